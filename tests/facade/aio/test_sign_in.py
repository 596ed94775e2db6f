from __future__ import annotations

import time

import httpx
import pytest
from azure.core.credentials import AccessToken

from graphsync import Cloud, auth
from graphsync.aio import AsyncGraphClient
from graphsync.errors import SignInFailed

pytestmark = pytest.mark.anyio
OPAQUE = {"error": {"code": "UnknownError", "message": ""}}


async def test_a_credential_is_asked_once_while_its_token_lasts(make_credential, connect, service):
    credential = make_credential()
    service.answer({}).answer({})
    async with connect(credential, cloud=Cloud.CHINA) as graph:
        await graph.request("GET", "/x")
        await graph.request("GET", "/x")
    assert service.tokens == ["t1", "t1"]
    assert credential.asked == [(("https://microsoftgraph.chinacloudapi.cn/.default",), None, True)]
    assert credential.closed == 0


async def test_a_token_near_its_end_is_renewed(make_credential, connect, service):
    credential = make_credential(lasts=100)
    service.answer({}).answer({})
    graph = connect(credential)
    await graph.request("GET", "/x")
    await graph.request("GET", "/x")
    assert service.tokens == ["t1", "t2"]


async def test_a_plain_function_works_in_both_clients(connect, service):
    service.answer({})
    await connect(lambda: "plain").request("GET", "/x")
    assert service.tokens == ["plain"]


async def test_a_failing_credential_is_named(connect, service):
    def broken():
        raise OSError("no such file")

    with pytest.raises(
        SignInFailed, match=r"graph\.microsoft\.com/\.default: no such file"
    ) as failure:
        await connect(broken).request("GET", "/x")
    assert isinstance(failure.value.__cause__, OSError)
    assert service.requests == []


@pytest.mark.parametrize(
    "token", ["two words", "line\nend", "tab\t", "ünicode", "", None, 7, b"bytes"]
)
async def test_what_is_no_token_never_becomes_a_header_or_a_message(connect, service, token):
    with pytest.raises(SignInFailed) as failure:
        await connect(lambda: token).request("GET", "/x")
    assert not isinstance(token, str) or token == "" or token not in str(failure.value)
    assert service.requests == []


async def test_what_is_no_credential_is_refused_at_once(connect):
    for wrong in (7, None, object()):
        with pytest.raises(TypeError, match="azure-identity"):
            connect(wrong)


async def test_the_token_stays_out_of_errors_and_reprs(connect, service):
    service.answer(
        {"error": {"code": "X", "message": "bad token-abcdef"}},
        status=403,
        headers={"x-echo": "token-abcdef", "set-cookie": "c"},
    )
    graph = connect("token-abcdef")
    with pytest.raises(Exception, match="403") as failure:
        await graph.request("GET", "/x")
    error = failure.value
    inside = f"{vars(graph)!r}{vars(graph._session)!r}{vars(graph._session.transport)!r}"
    assert "token-abcdef" not in f"{error}{error!r}{error.headers}{error.body}{graph!r}{inside}"
    assert "set-cookie" not in error.headers


async def test_credentials_are_completed_by_the_client_and_closed_with_it(make_credential, service):
    made = []

    def complete(sign_in):
        credential = make_credential()
        made.append((sign_in, credential))
        return credential

    service.answer({}).answer({})
    options = {
        "cloud": Cloud.US_GOV,
        "authority": "https://login.contoso.com/",
        "transport": httpx.MockTransport(service),
    }
    async with AsyncGraphClient(auth.Flow("own", complete), **options) as graph:
        await graph.request("GET", "/x")
        await graph.request("GET", "/x")
    ((sign_in, credential),) = made
    assert sign_in == auth.SignIn(
        authority="https://login.contoso.com", is_known_authority=False, verify=True, proxy=None
    )
    assert credential.asked[0][0] == ("https://graph.microsoft.us/.default",)
    assert credential.closed == 1


async def test_a_credential_without_keywords_works(connect, service):
    class Simple:
        def get_token(self, *scopes):
            return AccessToken("simple", int(time.time()) + 3600)

    service.answer({})
    await connect(Simple()).request("GET", "/x")
    assert service.tokens == ["simple"]


async def test_a_credential_made_of_something_odd_is_still_an_error_with_a_name(connect):
    class Odd:
        get_token = staticmethod(max)  # a built-in that tells nothing of its arguments

    with pytest.raises(SignInFailed, match="gave a NoneType"):
        await connect(Odd()).request("GET", "/x")


async def test_a_credential_class_is_not_a_credential(connect, make_credential):
    with pytest.raises(
        TypeError,
        match=r"credential is the class Credential; pass an object of it: Credential\(...\)",
    ):
        connect(make_credential)
