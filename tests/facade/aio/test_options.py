from __future__ import annotations

import ssl

import httpx
import pytest
import trustme

from graphsync import Cloud, RetryPolicy, Timeouts
from graphsync.aio import AsyncGraphClient
from graphsync.errors import ForeignOrigin, GraphError

pytestmark = pytest.mark.anyio


class Own(httpx.AsyncBaseTransport):
    closed = 0

    async def handle_async_request(self, request):
        return httpx.Response(204)

    async def aclose(self):
        self.closed += 1


async def test_an_own_transport_stays_open_unless_told(service):
    kept, closed = Own(), Own()
    for transport, options in ((kept, {}), (closed, {"close_transport": True})):
        async with AsyncGraphClient("t", transport=transport, **options) as graph:
            await graph.request("GET", "/x")
    assert (kept.closed, closed.closed) == (0, 1)


async def test_a_view_of_a_client_does_not_close_it(graph, service):
    service.answer({"id": "j"})
    async with graph.with_options(timeout=5) as view:
        assert view.service_principals is not graph.service_principals
    assert not graph.is_closed
    await graph.request("GET", "/x")


async def test_options_of_a_view_are_kept_apart(graph, service):
    for _ in range(5):
        service.answer(status=503)
    with pytest.raises(Exception, match="503"):
        await graph.with_options(retry=RetryPolicy(attempts=1)).request("GET", "/x")
    assert len(service.requests) == 1
    service.answer({})
    service.answers.rotate(1)
    assert await graph.request("GET", "/x") == {}


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"endpoint": "http://graph.microsoft.com/v1.0"}, "not encrypted"),
        ({"endpoint": "http://emulator:8080/v1.0"}, r"allow_plain_http=\('emulator',\)"),
        (
            {"endpoint": "http://other/v1.0", "allow_plain_http": ("emulator",)},
            r"'http://other/v1.0' is not encrypted",
        ),
        (
            {"endpoint": "http://a.emulator/v1.0", "allow_plain_http": ("emulator",)},
            "not encrypted",
        ),
        ({"allow_plain_http": ("http://emulator",)}, "'http://emulator' is not a host name"),
        ({"allow_plain_http": ("emulator:8080",)}, "without scheme, port"),
        ({"allow_plain_http": ("*",)}, r"'\*' is not a host name"),
        (
            {
                "endpoint": "http://emulator/v1.0",
                "allow_plain_http": ("emulator",),
                "proxy": "http://p",
            },
            "reached without one; leave proxy= out",
        ),
        ({"endpoint": "graph.microsoft.com"}, "not a base address"),
        ({"endpoint": "https://a:b@graph.microsoft.com/v1.0"}, "user name or password"),
        ({"endpoint": "https://graph.microsoft.com/v1.0?x=1"}, "not a base address"),
        ({"endpoint": "http://127.0.0.1.contoso.com/v1.0"}, "not encrypted"),
        ({"authority": "http://login.contoso.com"}, "secrets are sent there"),
        (
            {"endpoint": "https://graph.microsoft.com"},
            "has no version; .* like https://graph.microsoft.com/v1.0",
        ),
        (
            {"endpoint": "http://127.0.0.1:8000/"},
            "has no version; .* like http://127.0.0.1:8000/v1.0",
        ),
        (
            {"proxy": "127.0.0.1:9"},
            "'127.0.0.1:9' is not the address of a proxy; write it like http://",
        ),
        ({"proxy": "u:p@proxy.contoso.com:80"}, "'proxy.contoso.com:80' is not the address"),
        ({"timeout": 0}, "more than 0"),
        (
            {"proxy": "http://p", "transport": httpx.MockTransport(lambda _: None)},
            "no effect with your own transport",
        ),
        ({"close_transport": True}, "own transport"),
        ({"endpoint": "http://localhost:1/v1.0", "proxy": "http://p"}, "would see the token"),
        ({"verify": "/no/such/file"}, "does not exist"),
    ],
)
async def test_arguments_that_cannot_work_are_refused_at_once(options, told):
    with pytest.raises(ValueError, match=told):
        AsyncGraphClient("t", **options)


async def test_checking_certificates_cannot_be_switched_off():
    with pytest.raises(TypeError, match="cannot be switched off"):
        AsyncGraphClient("t", verify=False)


@pytest.mark.parametrize(
    "endpoint", ["http://localhost:9/v1.0", "http://127.0.0.1:9/v1.0", "http://[::1]:9/beta/"]
)
async def test_loopback_may_be_plain(endpoint):
    assert AsyncGraphClient("t", endpoint=endpoint).endpoint.url == endpoint.rstrip("/")


@pytest.mark.parametrize(
    ("endpoint", "name"),
    [
        ("http://emulator:8080/v1.0", "emulator"),
        ("http://EMULATOR:8080/v1.0", "Emulator"),
        ("http://[fd00::1]:8080/v1.0", "fd00::1"),
    ],
)
async def test_a_host_that_is_named_may_be_plain(service, endpoint, name):
    service.answer({"ok": True})
    graph = AsyncGraphClient(
        "t", endpoint=endpoint, allow_plain_http=(name,), transport=httpx.MockTransport(service)
    )
    assert await graph.request("GET", "/x") == {"ok": True}
    assert service.last.url.port == 8080
    assert service.last.headers["authorization"] == "Bearer t"


async def test_one_name_as_text_is_not_taken_for_its_letters():
    with pytest.raises(TypeError, match=r"write \('emulator',\)"):
        AsyncGraphClient("t", endpoint="http://e/v1.0", allow_plain_http="emulator")


# Each of these names is allowed, and is still not the client's own server.
@pytest.mark.parametrize(
    "elsewhere", ["http://other/v1.0/x", "http://emulator:81/v1.0/x", "https://emulator/v1.0/x"]
)
async def test_a_plain_client_sends_its_token_to_its_own_server_alone(service, elsewhere):
    graph = AsyncGraphClient(
        "t",
        endpoint="http://emulator/v1.0",
        allow_plain_http=("emulator", "other"),
        transport=httpx.MockTransport(service),
    )
    with pytest.raises(ForeignOrigin):
        await graph.request("GET", elsewhere)
    service.answer(status=302, headers={"Location": elsewhere})
    with pytest.raises(GraphError):
        await graph.request("GET", "/x")
    service.answer({"value": [{"id": "a"}], "@odata.nextLink": elsewhere})
    with pytest.raises(ForeignOrigin):
        await graph.service_principals["p"].synchronization.jobs.list()
    assert [request.url.host for request in service.requests] == ["emulator", "emulator"]


async def test_an_authority_is_never_plain():
    with pytest.raises(ValueError, match="secrets are sent there"):
        AsyncGraphClient("t", authority="http://emulator", allow_plain_http=("emulator",))


async def test_clouds_switch_the_host(service):
    for cloud, host in (
        (Cloud.US_GOV, "graph.microsoft.us"),
        (Cloud("https://g.contoso.com", "https://l.contoso.com", "s"), "g.contoso.com"),
    ):
        service.answer({})
        graph = AsyncGraphClient("t", cloud=cloud, transport=httpx.MockTransport(service))
        await graph.request("GET", "/x")
        assert service.last.url.host == host


async def test_timeouts_read_every_form():
    assert Timeouts.of(5).total == 5
    assert Timeouts.of(5).connect == 5
    assert Timeouts.of(None).total is None
    assert Timeouts.of(Timeouts(read=1)).read == 1


async def test_options_that_do_not_exist_are_refused(graph, sync):
    with pytest.raises(TypeError, match="unexpected keyword argument 'tiemout'"):
        AsyncGraphClient("t", tiemout=3)
    with pytest.raises(TypeError, match="unexpected keyword argument 'tiemout'"):
        AsyncGraphClient.with_credentials("t", "c", "s", tiemout=3)
    for thing in (graph, sync, sync.jobs, sync.jobs["j"]):
        with pytest.raises(TypeError, match="unexpected keyword argument 'endpoint'"):
            thing.with_options(endpoint="https://contoso.com")


@pytest.fixture
def pem(tmp_path):
    path = tmp_path / "client.pem"
    trustme.CA().issue_cert("client.contoso.com").private_key_and_cert_chain_pem.write_to_path(path)
    return path


async def test_certificates_in_every_form(pem, tmp_path):
    for options in (
        {"cert": pem},
        {"cert": (str(pem), str(pem))},
        {"verify": pem, "cert": str(pem)},
        {"verify": tmp_path},
        {"verify": ssl.create_default_context(), "cert": (str(pem), str(pem), "unused")},
    ):
        await AsyncGraphClient("t", **options).close()
    with pytest.raises(ssl.SSLError):
        AsyncGraphClient("t", cert=__file__)


@pytest.mark.parametrize("name", ["cloud", "endpoint", "authority", "scope", "version", "retry"])
@pytest.mark.parametrize("value", [None, 5])
async def test_options_of_another_type_are_named(name, value):
    with pytest.raises(TypeError, match=f"^{name}= is a .*leave it out for the default"):
        AsyncGraphClient("t", **{name: value})


async def test_options_of_calls_are_checked_like_those_of_clients(graph):
    for name in ("retry", "consistency"):
        with pytest.raises(TypeError, match=f"^{name}= is a NoneType"):
            graph.with_options(**{name: None})
