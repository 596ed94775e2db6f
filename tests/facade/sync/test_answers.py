# Derived by `python -m generator.unasync`. Edit its source, not this file:
# tests/facade/aio/test_answers.py
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
    UnreadableMember,
)
from graphsync_client.types import DecodeError, Operation, Reads

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
    assert (error.status, error.code, error.message, error.request_id) == (
        404,
        "ResourceNotFound",
        "no job",
        "R-1",
    )
    assert (error.method, error.path) == ("GET", f"/v1.0{service.sync}/jobs/scim.x")
    assert error.headers["client-request-id"] == "C-1"
    assert '"no job"' in error.body
    assert error.failure.date == "2026-01-01T00:00:00"
    for part in (
        "404",
        "ResourceNotFound",
        "no job",
        "GET",
        "scim.x",
        "R-1",
        "2026-01-01",
        "jobs.list()",
    ):
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
    service.answer({"error": {"code": "X", "message": "m"}}, status=404, headers={"a": "b"}).answer(
        content=b"<"
    )
    for call in (sync.jobs["j"].get, sync.jobs["j"].get):
        with pytest.raises(GraphError) as failure:
            call()
        error = failure.value
        error.next_link = "https://x"
        again = pickle.loads(pickle.dumps(error))
        assert type(again) is type(error)
        assert str(again) == str(error)
        assert again.next_link == "https://x"
        assert (again.status, again.headers, again.body) == (
            error.status,
            error.headers,
            error.body,
        )
    masked = pickle.loads(pickle.dumps(MaskedSecrets("m", ["a"])))
    assert (str(masked), masked.keys) == ("m", ("a",))


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({"hello": "world"}, "there is no value"),
        ({"error": {"code": "X"}}, "there is no value"),
        ({"value": [1]}, "expected a JSON object"),
        ({"value": [], "@odata.nextLink": 5}, "expected text"),
    ],
)
def test_pages_that_are_none_are_named_with_their_link(sync, service, body, told):
    link = f"{service.root}/x?page=2"
    service.page({"id": "1"}, next_link=link).answer(body)
    with pytest.raises(UnreadableAnswer, match=told) as failure:
        sync.jobs.list()
    assert failure.value.next_link == link
    service.answer(body)
    with pytest.raises(UnreadableAnswer, match=told):
        sync.secrets.list()


def test_members_that_do_not_convert_are_errors_of_this_package(sync, service):
    service.answer({"id": "j", "status": "Active"})
    job = sync.jobs["j"].get()
    with pytest.raises(
        UnreadableMember,
        match=r"SynchronizationJob\.status: expected a JSON object .*, received text",
    ):
        _ = job.status
    with pytest.raises(DecodeError):
        _ = job.data.status
    assert issubclass(UnreadableMember, DecodeError)


@pytest.mark.parametrize("number", [2**64, -(2**64), 10**30 + 1, 2**63, -(10**19) + 1])
def test_numbers_of_any_size_go_back_as_they_came(sync, service, number):
    content = b'{"id":"s","version":"1","huge":%d,"half":"\\ud800"}' % number
    for _ in range(2):  # the second answer is parsed by msgspec
        service.answer(content=content).answer(status=204)
        schema = sync.jobs["j"].schema.get()
        schema.data["more"] = 1
        schema.replace()
        assert service.last.content == content[:-1] + b',"more":1}'


def test_plain_text_is_an_answer_where_anything_is(graph, service):
    plain = {"content-type": "text/plain; charset=utf-8"}
    service.answer(content=b"12", headers=plain).answer(content="grün".encode(), headers=plain)
    assert graph.request("GET", "/x/$count") == 12
    assert graph.request("GET", "/x") == "grün"
    service.answer(content=b"<html>", headers={"content-type": "text/html"})
    with pytest.raises(UnreadableAnswer):
        graph.request("GET", "/x")


def test_parameters_join_those_of_the_path(graph, service):
    service.answer({}).answer({}).answer({})
    graph.request("GET", "/users?$top=5", params={"$select": "id"})
    graph.request("GET", "/users", params={"$select": "id"})
    graph.request("GET", "/users?$top=5", params={})
    assert service.sent == [
        "GET /users?$top=5&$select=id",
        "GET /users?$select=id",
        "GET /users?$top=5",
    ]
