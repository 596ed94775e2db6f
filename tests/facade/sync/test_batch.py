# Derived by `python -m generator.unasync`. Edit its source, not this file:
# tests/facade/aio/test_batch.py
from __future__ import annotations

import base64
import gc
import weakref

import pytest

from graphsync import Scope
from graphsync.errors import (
    BadRequest,
    NotFound,
    UnreadableAnswer,
)
from graphsync_client.api.bulk_upload.replace_bulk_upload_content import replace_bulk_upload_content
from graphsync_client.api.jobs.get_job import get_job
from graphsync_client.types import Operation, Owner

pytestmark = pytest.mark.anyio
OWNER = Owner.service_principal("p")


def test_operations_and_verbs_go_together(graph, sync, service):
    batch = graph.batch()
    job = sync.jobs["j"]
    read = batch.add(job.get)
    restart = batch.add(job.restart, Scope.WATERMARK)
    raw = batch.add(get_job(OWNER, "k"))
    created = batch.add(sync.jobs.create, "scim")
    assert service.requests == []
    assert len(batch) == 4
    service.envelope(
        {"id": "4", "status": 201, "body": {"id": "new"}},
        {"id": "2", "status": 204},
        {"id": "3", "status": 200, "headers": None, "body": {"id": "k"}},
        {"id": "1", "status": "200", "body": {"id": "j", "templateId": "scim"}},
        {"id": "99", "status": 200},
        "noise",
    )
    items = batch.send()
    assert items == [read, restart, raw, created]
    assert service.sent == ["POST /$batch"]
    assert read.result is job
    assert job.template_id == "scim"
    assert restart.result is None
    assert raw.result.id == "k"
    assert created.result.id == "new"
    assert created.result._session is graph._session
    first, second, *_ = service.batched()
    assert first == {"id": "1", "method": "GET", "url": f"{service.sync}/jobs/j"}
    assert second["body"] == {"criteria": {"resetScope": "Watermark"}}
    assert second["headers"] == {"content-type": "application/json"}


def test_one_failure_does_not_stop_the_others(graph, sync, service):
    batch = graph.batch()
    bad, good = batch.add(sync.jobs["x"].get), batch.add(sync.jobs["j"].start)
    service.envelope(
        {"id": "1", "status": 404, "body": {"error": {"code": "E", "message": "no"}}},
        {"id": "2", "status": 204},
    )
    batch.send()
    assert isinstance(bad.error, NotFound)
    assert bad.error.method == "GET"
    with pytest.raises(NotFound):
        _ = bad.result
    assert good.error is None
    assert "NotFound" in repr(bad)
    assert "done" in repr(good)


def test_items_that_the_answer_lacks_are_errors(graph, sync, service):
    batch = graph.batch()
    item, bad = batch.add(sync.jobs["1"].start), batch.add(sync.jobs["2"].get)
    service.envelope({"id": "2", "status": 200, "body": [1]})
    batch.send()
    assert isinstance(item.error, UnreadableAnswer)
    assert isinstance(bad.error, UnreadableAnswer)
    with pytest.raises(UnreadableAnswer):
        _ = item.result


def test_bytes_go_as_base64_and_come_so(graph, sync, service):
    batch = graph.batch()
    batch.add(replace_bulk_upload_content(OWNER, "j", b"\x00\x01"))
    content = batch.add(sync.jobs["j"].bulk_upload.get_content)
    count = batch.add(sync.jobs.count)
    service.envelope(
        {"id": "1", "status": 204},
        {"id": "2", "status": 200, "body": base64.b64encode(b"\xff").decode()},
        {"id": "3", "status": 200, "body": base64.b64encode(b"12").decode()},
    )
    batch.send()
    assert service.batched()[0]["body"] == "AAE="
    assert content.result == b"\xff"
    assert count.result == 12


def test_errors_name_the_same_path_in_a_batch_and_alone(graph, sync, service):
    batch = graph.batch()
    item = batch.add(sync.jobs["j"].get)
    service.envelope({"id": "1", "status": 404}).answer(status=404)
    batch.send()
    with pytest.raises(NotFound) as alone:
        sync.jobs["j"].get()
    assert item.error.path == alone.value.path == f"/v1.0{service.sync}/jobs/j"


def test_no_echo_shows_the_secrets_of_a_batch(graph, sync, service):
    batch = graph.batch()
    item, other = (
        batch.add(sync.secrets.replace, {"Password": f"SuperSecret{number}"}) for number in (1, 2)
    )
    error = {"error": {"code": "BadRequest", "message": "SuperSecret1 SuperSecret2 a-token"}}
    service.envelope({"id": "1", "status": 400, "body": error}, {"id": "2", "status": 204}).answer(
        error, status=400
    )
    batch.send()
    assert item.error.message == "*** *** ***"
    assert other.error is None
    batch = graph.batch()
    batch.add(sync.secrets.replace, {"Password": "SuperSecret1"})
    with pytest.raises(BadRequest) as failure:
        batch.send()
    assert failure.value.message == "*** SuperSecret2 ***"


def test_a_batch_is_sent_once(graph, sync, service):
    batch = graph.batch()
    item = batch.add(sync.jobs["1"].start)
    with pytest.raises(RuntimeError, match="not been sent yet"):
        _ = item.result
    assert "not sent" in repr(item)
    service.envelope({"id": "1", "status": 204})
    batch.send()
    assert repr(batch) == "<Batch of 1, sent>"
    with pytest.raises(RuntimeError, match="already been sent"):
        batch.send()
    with pytest.raises(RuntimeError, match="already been sent"):
        batch.add(sync.jobs["1"].start)
    assert graph.batch().send() == []


def test_what_sends_nothing_or_lies_elsewhere_cannot_be_batched(graph, sync, service):
    def nothing():
        raise AssertionError("it was run")

    for other in (nothing, sync.jobs.get_by_id, type(sync), lambda: nothing):
        with pytest.raises(
            TypeError, match="is not a verb of one request, so it was not run; pass an operation"
        ):
            graph.batch().add(other)
    with pytest.raises(TypeError, match=r"None.* is the outcome of a call"):
        graph.batch().add(None)
    with pytest.raises(TypeError, match="get_job takes no further arguments"):
        graph.batch().add(get_job(OWNER, "k"), "more")
    with pytest.raises(ValueError, match="not below the version root"):
        graph.batch().add(
            Operation(name="x", method="GET", path="https://graph.microsoft.com/beta/x")
        )
    assert service.requests == []


def test_plain_text_that_is_no_base64_is_taken_as_it_is(graph, sync, service):
    batch = graph.batch()
    content = batch.add(sync.jobs["j"].bulk_upload.get_content)
    service.envelope({"id": "1", "status": 200, "body": "not base64!"})
    batch.send()
    assert content.result == b"not base64!"


def test_a_batch_is_freed_without_the_garbage_collector(graph, sync, service):
    gc.disable()
    try:
        batch = graph.batch()
        item = batch.add(sync.jobs["j"].get)
        service.envelope({"id": "1", "status": 200, "body": {"id": "j"}})
        batch.send()
        gone = weakref.ref(item)
        del item, batch
        assert gone() is None
    finally:
        gc.enable()
