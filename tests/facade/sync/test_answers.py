# Derived from tests/facade/aio/test_answers.py by `python -m generator.unasync`: edit that file, not this one.
from __future__ import annotations

import pickle

import httpx
import pytest

from graphsync.errors import (
    GraphError,
    MaskedSecrets,
    NotFound,
    Redirected,
    TimedOut,
    UnreadableAnswer,
)
from graphsync_client.types import Operation, Reads

pytestmark = pytest.mark.anyio


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


def test_operations_that_read_text_and_location(graph, service):
    service.answer(content="grün".encode(), headers={"content-type": "text/plain"})
    text = Operation(name="t", method="GET", path="/t", reads=Reads.TEXT, convert=str)
    assert graph.send(text) == "grün"


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
