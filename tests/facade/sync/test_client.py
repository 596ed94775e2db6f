# Derived from tests/facade/aio/test_client.py by `python -m generator.unasync`: edit that file, not this one.
from __future__ import annotations

import logging
import pickle
import ssl

import httpx
import pytest
import trustme

from graphsync import Cloud, GraphClient, RetryPolicy, Timeouts
from graphsync.errors import (
    ClientClosed,
    ForeignOrigin,
    GraphError,
    MaskedSecrets,
    NotFound,
    Redirected,
    Refused,
    TimedOut,
    UnreadableAnswer,
)
from graphsync_client.api.jobs.list_jobs import list_jobs
from graphsync_client.types import Operation, Owner, Reads

pytestmark = pytest.mark.anyio


def test_any_operation_can_be_sent(graph, service):
    service.page({"id": "1"})
    answer = graph.send(list_jobs(Owner.application("a"), top=1))
    assert answer.value[0].id == "1"
    assert service.sent == ["GET /applications/a/synchronization/jobs?$top=1"]


def test_any_request_can_be_sent(graph, service):
    service.answer({"value": [1]}).answer(status=204).answer({"ok": True}, status=201)
    assert graph.request("get", "/users", params={"$filter": "a eq 'b&c'"}) == {"value": [1]}
    assert service.last.url.raw_path == b"/v1.0/users?$filter=a%20eq%20'b%26c'"
    assert graph.request("DELETE", "/users/x", headers={"If-Match": "*"}) is None
    assert service.last.headers["if-match"] == "*"
    assert graph.request("POST", "/users", json={"ä": 1}) == {"ok": True}
    assert service.last.content == '{"ä":1}'.encode()
    assert service.last.headers["authorization"] == "Bearer a-token"


@pytest.mark.parametrize(
    "path", ["users", "https://contoso.com/users", "//contoso.com/users", "http://graph.microsoft.com/v1.0/x"]
)
def test_requests_leave_this_server_never(graph, service, path):
    with pytest.raises(ForeignOrigin, match="nowhere else"):
        graph.request("GET", path)
    assert service.requests == []


def test_headers_that_are_none_and_the_token_are_refused(graph, service):
    with pytest.raises(ValueError, match="Authorization itself"):
        graph.request("GET", "/x", headers={"Authorization": "Bearer other"})
    with pytest.raises(ValueError, match="header 'x-y' holds"):
        graph.request("GET", "/x", headers={"x-y": "a\r\nb: c"})
    with pytest.raises(ValueError, match="request: the body is no JSON"):
        graph.request("POST", "/x", json={"when": object()})
    assert service.requests == []


def test_a_dry_run_tells_the_request_and_sends_nothing(graph, sync, service):
    request = graph.dry_run(sync.jobs["j"].restart)
    assert (request.method, request.name) == ("POST", "restart_job")
    assert request.url == f"{service.root}{service.sync}/jobs/j/restart"
    assert set(request.json["criteria"]["resetScope"].split(", ")) == {"QuarantineState", "Watermark", "Escrows"}
    assert request.headers["content-type"] == "application/json"
    assert "authorization" not in request.headers
    assert graph.dry_run(list_jobs(Owner.application("a"))).url.endswith("/applications/a/synchronization/jobs")
    assert graph.dry_run(sync.jobs.filter("a eq 1").list).url.endswith("jobs?$filter=a%20eq%201")
    assert service.requests == []


def test_a_closed_client_says_so(service):
    with GraphClient("t", transport=httpx.MockTransport(service)) as graph:
        job = graph.service_principals["p"].synchronization.jobs["j"]
        service.answer(status=204)
        job.start()
    assert graph.is_closed
    assert "closed" in repr(graph)
    with pytest.raises(ClientClosed, match="make another one"):
        job.start()
    graph.close()
    assert len(service.requests) == 1


class Own(httpx.BaseTransport):
    closed = 0

    def handle_request(self, request):
        return httpx.Response(204)

    def close(self):
        self.closed += 1


def test_an_own_transport_stays_open_unless_told(service):
    kept, closed = Own(), Own()
    for transport, options in ((kept, {}), (closed, {"close_transport": True})):
        with GraphClient("t", transport=transport, **options) as graph:
            graph.request("GET", "/x")
    assert (kept.closed, closed.closed) == (0, 1)


def test_a_view_of_a_client_does_not_close_it(graph, service):
    service.answer({"id": "j"})
    with graph.with_options(timeout=5) as view:
        assert view.service_principals is not graph.service_principals
    assert not graph.is_closed
    graph.request("GET", "/x")


def test_options_of_a_view_are_kept_apart(graph, service):
    for _ in range(5):
        service.answer(status=503)
    with pytest.raises(Exception, match="503"):
        graph.with_options(retry=RetryPolicy(attempts=1)).request("GET", "/x")
    assert len(service.requests) == 1
    service.answer({})
    service.answers.rotate(1)
    assert graph.request("GET", "/x") == {}


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"endpoint": "http://graph.microsoft.com/v1.0"}, "not encrypted"),
        ({"endpoint": "graph.microsoft.com"}, "no base address"),
        ({"endpoint": "https://a:b@graph.microsoft.com/v1.0"}, "user name or password"),
        ({"endpoint": "https://graph.microsoft.com/v1.0?x=1"}, "no base address"),
        ({"endpoint": "http://127.0.0.1.contoso.com/v1.0"}, "not encrypted"),
        ({"authority": "http://login.contoso.com"}, "secrets are sent there"),
        ({"timeout": 0}, "more than 0"),
        ({"proxy": "http://p", "transport": httpx.MockTransport(lambda _: None)}, "no effect on an own transport"),
        ({"close_transport": True}, "own transport"),
        ({"endpoint": "http://localhost:1/v1.0", "proxy": "http://p"}, "would see the token"),
        ({"verify": "/no/such/file"}, "not there"),
    ],
)
def test_arguments_that_cannot_work_are_refused_at_once(options, told):
    with pytest.raises(ValueError, match=told):
        GraphClient("t", **options)


def test_checking_certificates_cannot_be_switched_off():
    with pytest.raises(TypeError, match="cannot be switched off"):
        GraphClient("t", verify=False)


@pytest.mark.parametrize("endpoint", ["http://localhost:9/v1.0", "http://127.0.0.1:9/v1.0", "http://[::1]:9/beta/"])
def test_loopback_may_be_plain(endpoint):
    assert GraphClient("t", endpoint=endpoint).root.url == endpoint.rstrip("/")


def test_clouds_switch_the_host(service):
    for cloud, host in (
        (Cloud.US_GOV, "graph.microsoft.us"),
        (Cloud("https://g.contoso.com", "https://l.contoso.com", "s"), "g.contoso.com"),
    ):
        service.answer({})
        graph = GraphClient("t", cloud=cloud, transport=httpx.MockTransport(service))
        graph.request("GET", "/x")
        assert service.last.url.host == host


@pytest.mark.parametrize("status", [301, 302, 307, 308, 304])
def test_redirects_are_not_followed(graph, service, status):
    service.answer(status=status, headers={"location": "https://contoso.com/steal?x=1"})
    with pytest.raises(Redirected) as failure:
        graph.request("GET", "/x")
    assert len(service.requests) == 1
    assert "https://contoso.com/steal" in failure.value.hint


@pytest.mark.parametrize(
    ("content", "kind", "told"),
    [
        (b"<html>Sign in</html>", "text/html", "proxy or a sign-in page"),
        (b'{"value": [', "application/json", "broken JSON"),
        (b"", "application/json", "no body"),
        (b"[" * 100_000, "application/json", "nested too deeply"),
        (b'{"a": ' * 100_000 + b"1" + b"}" * 100_000, "application/json", "nested too deeply"),
        (b"9" * 5000, "application/json", "JSON"),
        (b"[]", "application/json", "JSON object"),
        (b"\xff\xfe", "application/json", "JSON"),
    ],
)
def test_answers_that_are_not_graphs_end_in_a_named_error(sync, service, content, kind, told):
    service.answer(content=content, headers={"content-type": kind})
    with pytest.raises(UnreadableAnswer, match=told) as failure:
        sync.jobs["j"].get()
    assert failure.value.status == 200
    assert failure.value.headers["content-type"] == kind
    assert len(str(failure.value)) < 600


def test_errors_tell_everything(sync, service):
    body = {
        "error": {
            "code": "ResourceNotFound",
            "message": "no job",
            "innerError": {"date": "2026-01-01T00:00:00", "request-id": "inner"},
        }
    }
    service.answer(body, status=404, headers={"request-id": "R-1", "client-request-id": "C-1"})
    with pytest.raises(NotFound) as failure:
        sync.jobs["scim.x"].get()
    error = failure.value
    assert (error.status, error.code, error.message, error.request_id) == (404, "ResourceNotFound", "no job", "R-1")
    assert (error.method, error.path) == ("GET", f"/v1.0{service.sync}/jobs/scim.x")
    assert error.headers["client-request-id"] == "C-1"
    assert '"no job"' in error.body
    assert error.failure.date == "2026-01-01T00:00:00"
    for part in ("404", "ResourceNotFound", "no job", "GET", "scim.x", "R-1", "2026-01-01", "jobs.list()"):
        assert part in str(error)


def test_each_request_is_one_line_in_the_log(graph, service, caplog):
    service.answer({}, headers={"request-id": "R-1"}).fail(
        lambda request: httpx.ReadError("gone", request=request)
    ).answer({})
    with caplog.at_level(logging.DEBUG, "graphsync"):
        graph.request("GET", "/x", params={"$filter": "secret-name"})
        graph.request("GET", "/y")
    lines = [record.getMessage() for record in caplog.records if record.name == "graphsync"]
    assert len(lines) == 3
    assert lines[0].startswith("GET https://graph.microsoft.com/v1.0/x -> 200, request-id R-1 in ")
    assert "ReadError" in lines[1] or "ConnectionFailed" in lines[1]
    assert "a-token" not in caplog.text
    assert "secret-name" not in "".join(lines)


def test_httpx_hooks_are_called(service):
    seen = []

    def on_request(request):
        seen.append(request.method)

    def on_response(response):
        seen.append(response.status_code)

    service.answer({})
    hooks = {"request": [on_request], "response": [on_response]}
    graph = GraphClient("t", transport=httpx.MockTransport(service), event_hooks=hooks)
    graph.request("GET", "/x")
    assert seen == ["GET", 200]


def test_operations_that_read_text_and_location(graph, service):
    service.answer(content="grün".encode(), headers={"content-type": "text/plain"})
    text = Operation(name="t", method="GET", path="/t", reads=Reads.TEXT, convert=str)
    assert graph.send(text) == "grün"


def test_timeouts_read_every_form():
    assert Timeouts.of(5).total == 5
    assert Timeouts.of(5).connect == 5
    assert Timeouts.of(None).total is None
    assert Timeouts.of(Timeouts(read=1)).read == 1


def test_a_phase_that_takes_too_long_is_named(graph, service):
    for _ in range(5):
        service.fail(lambda request: httpx.ReadTimeout("", request=request))
    with pytest.raises(TimedOut, match=r"GET .*/x: timed out \(read\)") as failure:
        graph.request("GET", "/x")
    assert failure.value.sent
    assert len(service.requests) == 5


def test_a_failing_call_leaves_nothing_behind(sync, service):
    service.answer(status=409).page()
    with pytest.raises(Exception, match="409"):
        sync.jobs["j"].start()
    sync.templates.list()
    assert service.sent == [f"POST {service.sync}/jobs/j/start", f"GET {service.sync}/templates"]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/a/../b", "as a segment"),
        ("/a/.", "as a segment"),
        ("/x#y", "fragment"),
        ("/a b", "blanks"),
        ("/a\nb", "control"),
        ("/a\\b", "backslashes"),
        ("https://graph.micro\nsoft.com/v1.0/x", "control"),
    ],
)
def test_what_would_change_on_the_way_is_refused(graph, service, path, told):
    with pytest.raises(Refused, match=told):
        graph.request("GET", path)
    assert service.requests == []


def test_options_that_do_not_exist_are_refused(graph, sync):
    with pytest.raises(TypeError, match="'tiemout' is no option here; there are cloud, endpoint"):
        GraphClient("t", tiemout=3)
    for thing in (graph, sync, sync.jobs, sync.jobs["j"]):
        with pytest.raises(TypeError, match="'endpoint' is no option here; there are timeout, retry, consistency"):
            thing.with_options(endpoint="https://contoso.com")


def test_errors_cross_processes(sync, service):
    service.answer({"error": {"code": "X", "message": "m"}}, status=404, headers={"a": "b"}).answer(content=b"<")
    for call in (sync.jobs["j"].get, sync.jobs["j"].get):
        with pytest.raises(GraphError) as failure:
            call()
        error = failure.value
        error.next_link = "https://x"
        again = pickle.loads(pickle.dumps(error))
        assert type(again) is type(error)
        assert str(again) == str(error)
        assert again.next_link == "https://x"
        assert (again.status, again.headers, again.body) == (error.status, error.headers, error.body)
    masked = pickle.loads(pickle.dumps(MaskedSecrets("m", ["a"])))
    assert (str(masked), masked.keys) == ("m", ("a",))


def test_a_hook_that_fails_is_not_taken_for_the_service(service):
    calls = []

    def hook(request):
        calls.append(request)
        if len(calls) == 2:
            raise RuntimeError("my own mistake")

    service.answer(status=503)
    retry = RetryPolicy(wait_initial=0.001)
    graph = GraphClient("t", transport=httpx.MockTransport(service), event_hooks={"request": [hook]}, retry=retry)
    with pytest.raises(RuntimeError, match="my own mistake"):
        graph.request("GET", "/x")
    assert len(calls) == 2


@pytest.fixture
def pem(tmp_path):
    path = tmp_path / "client.pem"
    trustme.CA().issue_cert("client.contoso.com").private_key_and_cert_chain_pem.write_to_path(path)
    return path


def test_certificates_in_every_form(pem, tmp_path):
    for options in (
        {"cert": pem},
        {"cert": (str(pem), str(pem))},
        {"verify": pem, "cert": str(pem)},
        {"verify": tmp_path},
        {"verify": ssl.create_default_context(), "cert": (str(pem), str(pem), "unused")},
    ):
        GraphClient("t", **options).close()
    with pytest.raises(ssl.SSLError):
        GraphClient("t", cert=__file__)


def test_collections_know_their_client(graph, sync):
    assert sync.jobs.context is graph
    assert sync.jobs.get_by_id("j").context is graph
    assert graph.applications.get_by_id("a").context is graph
    assert graph.applications is graph.applications
    for listing in (sync.templates, sync.jobs["j"].schema.functions, sync.jobs["j"].schema.directories):
        assert listing.resource_path in repr(listing)
