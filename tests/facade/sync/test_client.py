# Derived by `python -m generator.unasync`. Edit its source, not this file:
# tests/facade/aio/test_client.py
from __future__ import annotations

import logging
import traceback

import httpx
import pytest

from graphsync import GraphClient, RetryPolicy
from graphsync.errors import (
    ClientClosed,
    ConnectionFailed,
    ForeignOrigin,
    Refused,
)
from graphsync_client.api.jobs.list_jobs import list_jobs
from graphsync_client.types import Owner

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
    "path",
    [
        "users",
        "https://contoso.com/users",
        "//contoso.com/users",
        "http://graph.microsoft.com/v1.0/x",
    ],
)
def test_requests_leave_this_server_never(graph, service, path):
    with pytest.raises(ForeignOrigin, match="sent only there"):
        graph.request("GET", path)
    assert service.requests == []


def test_headers_that_are_none_and_the_token_are_refused(graph, service):
    with pytest.raises(ValueError, match="Authorization itself"):
        graph.request("GET", "/x", headers={"Authorization": "Bearer other"})
    with pytest.raises(ValueError, match="header 'x-y' holds"):
        graph.request("GET", "/x", headers={"x-y": "a\r\nb: c"})
    with pytest.raises(ValueError, match="request: the body cannot be written as JSON"):
        graph.request("POST", "/x", json={"when": object()})
    assert service.requests == []


def test_a_dry_run_tells_the_request_and_sends_nothing(graph, sync, service):
    request = graph.dry_run(sync.jobs["j"].restart)
    assert (request.method, request.name) == ("POST", "restart_job")
    assert request.url == f"{service.root}{service.sync}/jobs/j/restart"
    assert set(request.json["criteria"]["resetScope"].split(", ")) == {
        "QuarantineState",
        "Watermark",
        "Escrows",
    }
    assert request.headers["content-type"] == "application/json"
    assert "authorization" not in request.headers
    assert graph.dry_run(list_jobs(Owner.application("a"))).url.endswith(
        "/applications/a/synchronization/jobs"
    )
    assert graph.dry_run(sync.jobs.filter("a eq 1").list).url.endswith("jobs?$filter=a%20eq%201")
    assert service.requests == []


def test_a_closed_client_says_so(service):
    with GraphClient("t", transport=httpx.MockTransport(service)) as graph:
        job = graph.service_principals["p"].synchronization.jobs["j"]
        service.answer(status=204)
        job.start()
    assert graph.is_closed
    assert "closed" in repr(graph)
    with pytest.raises(ClientClosed, match="create another one"):
        job.start()
    graph.close()
    assert len(service.requests) == 1


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


def test_a_hook_that_fails_is_not_taken_for_the_service(service):
    calls = []

    def hook(request):
        calls.append(request)
        if len(calls) == 2:
            raise RuntimeError("my own mistake")

    service.answer(status=503)
    retry = RetryPolicy(wait_initial=0.001)
    graph = GraphClient(
        "t", transport=httpx.MockTransport(service), event_hooks={"request": [hook]}, retry=retry
    )
    with pytest.raises(RuntimeError, match="my own mistake"):
        graph.request("GET", "/x")
    assert len(calls) == 2


def test_collections_know_their_client(graph, sync):
    assert sync.jobs._session is graph._session
    assert sync.jobs.get_by_id("j")._session is graph._session
    assert graph.applications.get_by_id("a")._session is graph._session
    assert graph.applications is graph.applications
    for listing in (
        sync.templates,
        sync.jobs["j"].schema.functions,
        sync.jobs["j"].schema.directories,
    ):
        assert listing.resource_path in repr(listing)


def test_hooks_may_read_the_answer_and_how_long_it_took(service):
    seen = []

    def hook(response):
        response.read()
        seen.append((response.json(), response.elapsed.total_seconds() >= 0))

    service.answer({"ok": 1})
    graph = GraphClient(
        "t", transport=httpx.MockTransport(service), event_hooks={"response": [hook]}
    )
    assert graph.request("GET", "/x") == {"ok": 1}
    assert seen == [({"ok": 1}, True)]
    with pytest.raises(ValueError, match="'requests' is not a kind of hook"):
        GraphClient("t", event_hooks={"requests": [hook]})


def test_an_error_from_below_does_not_carry_the_token(service):
    service.fail(
        lambda request: httpx.LocalProtocolError(f"bad header {request.headers['authorization']!r}")
    )
    service.fail(lambda request: httpx.LocalProtocolError("bad request"))
    graph = GraphClient(
        "a-token", transport=httpx.MockTransport(service), retry=RetryPolicy(attempts=1)
    )
    with pytest.raises(ConnectionFailed, match=r"bad header 'Bearer \*\*\*'") as failure:
        graph.request("GET", "/x")
    assert "a-token" not in "".join(traceback.format_exception(failure.value))
    assert (failure.value.__cause__, failure.value.__context__) == (None, None)
    with pytest.raises(ConnectionFailed) as failure:
        graph.request("GET", "/x")
    assert isinstance(failure.value.__cause__, httpx.LocalProtocolError)
