# Derived from tests/facade/aio/test_sign_in.py by `python -m generator.unasync`: edit that file, not this one.
from __future__ import annotations

import base64
import json
import time
from collections import deque
from dataclasses import dataclass, field

import httpx
import pytest

from graphsync import Cloud, GraphClient, auth
from graphsync.errors import SignInFailed, Unauthorized

pytestmark = pytest.mark.anyio
OPAQUE = {"error": {"code": "UnknownError", "message": ""}}


@dataclass
class Token:
    token: str
    expires_on: int


@dataclass
class Credential:
    """Hand out t1, t2 … and note what was asked for."""

    lasts: float = 3600
    asked: list = field(default_factory=list)
    closed: int = 0

    def get_token(self, *scopes, claims=None, enable_cae=False, **_):
        self.asked.append((scopes, claims, enable_cae))
        return Token(f"t{len(self.asked)}", int(time.time() + self.lasts))

    def close(self):
        self.closed += 1


def client(service, credential, **options):
    return GraphClient(credential, transport=httpx.MockTransport(service), **options)


def tokens(service):
    return [request.headers["authorization"].removeprefix("Bearer ") for request in service.requests]


def challenge(claims: str | None = None, error: str = "insufficient_claims") -> dict[str, str]:
    given = "" if claims is None else f', claims="{base64.b64encode(claims.encode()).decode()}"'
    return {"www-authenticate": f'Bearer realm="", authorization_uri="https://x", error="{error}"{given}'}


def test_a_credential_is_asked_once_while_its_token_lasts(service):
    credential = Credential()
    service.answer({}).answer({})
    with client(service, credential, cloud=Cloud.CHINA) as graph:
        graph.request("GET", "/x")
        graph.request("GET", "/x")
    assert tokens(service) == ["t1", "t1"]
    assert credential.asked == [(("https://microsoftgraph.chinacloudapi.cn/.default",), None, True)]
    assert credential.closed == 0


def test_a_token_near_its_end_is_renewed(service):
    credential = Credential(lasts=100)
    service.answer({}).answer({})
    graph = client(service, credential)
    graph.request("GET", "/x")
    graph.request("GET", "/x")
    assert tokens(service) == ["t1", "t2"]


def test_a_claims_challenge_brings_a_new_token_once(service):
    credential = Credential()
    claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}'
    service.answer(status=204).answer(status=401, headers=challenge(claims)).answer({"ok": 1}).answer({"ok": 2})
    graph = client(service, credential)
    graph.service_principals["p"].synchronization.jobs["j"].start()
    assert graph.request("POST", "/x", json={}) == {"ok": 1}
    assert tokens(service) == ["t1", "t1", "t2"]
    assert credential.asked[1][1] == claims
    assert graph.request("GET", "/x") == {"ok": 2}
    assert tokens(service)[-1] == "t2"


def test_a_second_refusal_is_final(service):
    credential = Credential()
    for _ in range(2):
        service.answer(OPAQUE, status=401, headers=challenge(error="invalid_token"))
    with pytest.raises(Unauthorized):
        client(service, credential).request("GET", "/x")
    assert tokens(service) == ["t1", "t2"]


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"www-authenticate": 'Bearer realm="x"'},
        {"www-authenticate": "Basic error=invalid_token"},
        challenge(error="other"),
    ],
)
def test_the_services_opaque_401_is_not_the_tokens_fault(service, headers):
    credential = Credential()
    service.answer(OPAQUE, status=401, headers=headers)
    with pytest.raises(Unauthorized) as failure:
        client(service, credential).request("GET", "/servicePrincipals/x/synchronization/jobs")
    assert tokens(service) == ["t1"]
    assert "not replicated yet" in failure.value.hint


def test_a_fixed_token_cannot_be_renewed(service):
    service.answer(OPAQUE, status=401, headers=challenge(error="invalid_token"))
    with pytest.raises(Unauthorized):
        client(service, "fixed").request("GET", "/x")
    assert tokens(service) == ["fixed"]


def test_a_function_is_asked_for_each_request(service):
    given = deque(["a", "b", "b", "c"])

    def token():
        return given.popleft()

    service.answer({}).answer(OPAQUE, status=401, headers=challenge("{}"))
    graph = client(service, token)
    graph.request("GET", "/x")
    with pytest.raises(Unauthorized):
        graph.request("GET", "/x")  # the same token again is not sent again
    assert tokens(service) == ["a", "b"]
    service.answer({})
    graph.request("GET", "/x")
    assert tokens(service)[-1] == "c"


def test_a_plain_function_works_in_both_clients(service):
    service.answer({})
    client(service, lambda: "plain").request("GET", "/x")
    assert tokens(service) == ["plain"]


def test_a_failing_credential_is_named(service):
    def broken():
        raise OSError("no such file")

    with pytest.raises(SignInFailed, match=r"graph\.microsoft\.com/\.default: no such file") as failure:
        client(service, broken).request("GET", "/x")
    assert isinstance(failure.value.__cause__, OSError)
    assert service.requests == []


@pytest.mark.parametrize("token", ["two words", "line\nend", "tab\t", "ünicode", "", None, 7, b"bytes"])
def test_what_is_no_token_never_becomes_a_header_or_a_message(service, token):
    with pytest.raises(SignInFailed) as failure:
        client(service, lambda: token).request("GET", "/x")
    assert not isinstance(token, str) or token == "" or token not in str(failure.value)
    assert service.requests == []


def test_what_is_no_credential_is_refused_at_once(service):
    for wrong in (7, None, object()):
        with pytest.raises(TypeError, match="azure-identity"):
            client(service, wrong)


def test_the_token_stays_out_of_errors_and_reprs(service):
    service.answer(
        {"error": {"code": "X", "message": "bad token-abcdef"}},
        status=403,
        headers={"x-echo": "token-abcdef", "set-cookie": "c"},
    )
    graph = client(service, "token-abcdef")
    with pytest.raises(Exception, match="403") as failure:
        graph.request("GET", "/x")
    error = failure.value
    assert (
        "token-abcdef"
        not in f"{error}{error!r}{error.headers}{error.body}{graph!r}{vars(graph)!r}{graph._transport.__dict__!r}"
    )
    assert "set-cookie" not in error.headers


def test_credentials_are_completed_by_the_client_and_closed_with_it(service):
    made = []

    def complete(sign_in):
        credential = Credential()
        made.append((sign_in, credential))
        return credential

    service.answer({}).answer({})
    options = {
        "cloud": Cloud.US_GOV,
        "authority": "https://login.contoso.com/",
        "transport": httpx.MockTransport(service),
    }
    with GraphClient(auth.Flow("own", complete), **options) as graph:
        graph.request("GET", "/x")
        graph.request("GET", "/x")
    ((sign_in, credential),) = made
    assert sign_in == auth.SignIn(
        authority="https://login.contoso.com", is_known_authority=False, verify=True, proxy=None
    )
    assert credential.asked[0][0] == ("https://graph.microsoft.us/.default",)
    assert credential.closed == 1


def test_a_credential_without_keywords_works(service):
    class Simple:
        def get_token(self, *scopes):
            return Token("simple", int(time.time()) + 3600)

    service.answer({})
    client(service, Simple()).request("GET", "/x")
    assert tokens(service) == ["simple"]


def test_claims_are_decoded_in_any_spelling():
    from graphsync._core.challenge import Challenge

    claims = '{"a":"?>~"}'
    encoded = base64.urlsafe_b64encode(claims.encode()).decode()
    for text in (encoded, encoded.rstrip("="), base64.b64encode(claims.encode()).decode()):
        assert Challenge.of(f'bearer claims="{text}"') == Challenge(claims)
    assert Challenge.of(f"Bearer claims={encoded.rstrip('=')}") == Challenge(claims)
    assert Challenge.of("Bearer " + json.dumps({"claims": 1})) is None
    assert Challenge.of('Bearer claims="%%%"') is None
    assert Challenge.of('Bearer error="invalid_token", claims="%%%"') == Challenge(None)
    assert Challenge.of('Bearer claims="{\\"a\\":1}"') == Challenge('{"a":1}')
    assert Challenge.of(None) is None


def test_a_credential_made_of_something_odd_is_still_an_error_with_a_name(service):
    class Odd:
        get_token = staticmethod(max)  # a built-in that tells nothing of its arguments

    with pytest.raises(SignInFailed, match="gave a NoneType"):
        client(service, Odd()).request("GET", "/x")
