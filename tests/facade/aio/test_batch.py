from __future__ import annotations

import base64
import json

import pytest

from graphsync import Scope
from graphsync.errors import (
    FailedDependency,
    NotDeferrable,
    NotFound,
    PaceExceeded,
    ServerFailure,
    Throttled,
    UnreadableAnswer,
)
from graphsync_client.api.bulk_upload.replace_bulk_upload_content import replace_bulk_upload_content
from graphsync_client.api.jobs.get_job import get_job
from graphsync_client.types import Operation, Owner

pytestmark = pytest.mark.anyio
OWNER = Owner.service_principal("p")


def envelope(service, *items: dict, status: int = 200):
    service.answer({"responses": list(items)}, status=status)


def sent(service, at: int = -1) -> list[dict]:
    return json.loads(service.requests[at].content)["requests"]


def throttled(id: str, seconds: str = "0") -> dict:
    return {
        "id": id,
        "status": 429,
        "headers": {"Retry-After": seconds},
        "body": {"error": {"code": "TooManyRequests"}},
    }


async def test_operations_and_verbs_go_together(graph, sync, service):
    batch = graph.batch()
    job = sync.jobs["j"]
    read = batch.add(job.get)
    restart = batch.add(job.restart, Scope.WATERMARK)
    raw = batch.add(get_job(OWNER, "k"))
    created = batch.add(sync.jobs.create, "scim")
    assert service.requests == []
    assert len(batch) == 4
    envelope(
        service,
        {"id": "4", "status": 201, "body": {"id": "new"}},
        {"id": "2", "status": 204},
        {"id": "3", "status": 200, "headers": None, "body": {"id": "k"}},
        {"id": "1", "status": "200", "body": {"id": "j", "templateId": "scim"}},
        {"id": "99", "status": 200},
        "noise",
    )
    items = await batch.send()
    assert items == [read, restart, raw, created]
    assert service.sent == ["POST /$batch"]
    assert read.result is job
    assert job.template_id == "scim"
    assert restart.result is None
    assert raw.result.id == "k"
    assert created.result.id == "new"
    assert created.result.context is graph
    first, second, *_ = sent(service)
    assert first == {"id": "1", "method": "GET", "url": f"{service.sync}/jobs/j"}
    assert second["body"] == {"criteria": {"resetScope": "Watermark"}}
    assert second["headers"] == {"content-type": "application/json"}


async def test_one_failure_does_not_stop_the_others(graph, sync, service):
    batch = graph.batch()
    bad, good = batch.add(sync.jobs["x"].get), batch.add(sync.jobs["j"].start)
    envelope(
        service,
        {"id": "1", "status": 404, "body": {"error": {"code": "E", "message": "no"}}},
        {"id": "2", "status": 204},
    )
    await batch.send()
    assert isinstance(bad.error, NotFound)
    assert bad.error.method == "GET"
    with pytest.raises(NotFound):
        _ = bad.result
    assert good.error is None
    assert "NotFound" in repr(bad)
    assert "done" in repr(good)


async def test_more_than_twenty_are_split_in_order(graph, sync, service):
    batch = graph.batch()
    for number in range(45):
        batch.add(sync.jobs[str(number)].start)
    for begin in (1, 21, 41):
        envelope(service, *({"id": str(id), "status": 204} for id in range(begin, min(begin + 20, 46))))
    items = await batch.send()
    assert [len(sent(service, at)) for at in range(3)] == [20, 20, 5]
    assert [item.request.operation.path.split("/")[-2] for item in items] == [str(number) for number in range(45)]
    assert all(item.error is None for item in items)


async def test_depends_on_keeps_order(graph, sync, service):
    batch = graph.batch()
    first = batch.add(sync.jobs["j"].pause)
    second = batch.add(sync.jobs["j"].start).depends_on(first)
    envelope(
        service, {"id": "2", "status": 424, "body": {"error": {"code": "FailedDependency"}}}, {"id": "1", "status": 500}
    )
    await batch.send()
    assert sent(service)[1]["dependsOn"] == ["1"]
    assert isinstance(first.error, ServerFailure)
    assert isinstance(second.error, FailedDependency)
    assert len(service.requests) == 1
    with pytest.raises(ValueError, match="before it"):
        first.depends_on(second)
    with pytest.raises(ValueError, match="same batch"):
        second.depends_on(graph.batch().add(sync.jobs["j"].start))


@pytest.mark.parametrize("status", [204, 500])
async def test_dependencies_reach_across_the_split(graph, sync, service, status):
    batch = graph.batch()
    first = batch.add(sync.jobs["first"].start)
    for number in range(19):
        batch.add(sync.jobs[str(number)].start)
    late = batch.add(sync.jobs["late"].start).depends_on(first)
    later = batch.add(sync.jobs["later"].start).depends_on(late)
    envelope(service, {"id": "1", "status": status}, *({"id": str(id), "status": 204} for id in range(2, 21)))
    if status == 204:
        envelope(service, {"id": "21", "status": 204}, {"id": "22", "status": 204})
    await batch.send()
    if status == 204:
        assert "dependsOn" not in sent(service)[0]
        assert sent(service)[1]["dependsOn"] == ["21"]
        assert (late.error, later.error) == (None, None)
    else:
        assert len(service.requests) == 1
        assert isinstance(late.error, FailedDependency)
        assert isinstance(later.error, FailedDependency)


async def test_only_what_was_throttled_goes_again(graph, sync, service):
    batch = graph.batch()
    one, two, three = (batch.add(sync.jobs[str(number)].start) for number in (1, 2, 3))
    three.depends_on(two)
    envelope(service, {"id": "1", "status": 204}, throttled("2"), {"id": "3", "status": 424})
    envelope(service, {"id": "2", "status": 204}, {"id": "3", "status": 204})
    await batch.send()
    assert [item["id"] for item in sent(service)] == ["2", "3"]
    assert sent(service)[1]["dependsOn"] == ["2"]
    assert (one.error, two.error, three.error) == (None, None, None)


async def test_the_longest_wait_counts_and_what_no_budget_holds_is_not_begun(graph, sync, service):
    batch = graph.batch()
    one, two = batch.add(sync.jobs["1"].start), batch.add(sync.jobs["2"].start)
    envelope(service, throttled("1", "0.001"), throttled("2", "9999"))
    await batch.send()
    assert isinstance(one.error, Throttled)
    assert two.error.retry_after == 9999
    assert len(service.requests) == 1


async def test_throttling_that_does_not_end_is_an_error(graph, sync, service):
    batch = graph.batch()
    item = batch.add(sync.jobs["1"].start)
    for _ in range(5):
        envelope(service, throttled("1"))
    await batch.send()
    assert isinstance(item.error, Throttled)
    assert len(service.requests) == 5


async def test_an_envelope_of_424_is_read_like_any_other(graph, sync, service):
    batch = graph.batch()
    one, two = batch.add(sync.jobs["1"].start), batch.add(sync.jobs["2"].start)
    envelope(service, throttled("1"), {"id": "2", "status": 204}, status=424)
    envelope(service, {"id": "1", "status": 204})
    await batch.send()
    assert (one.error, two.error) == (None, None)
    service.answer({"error": {"code": "X"}}, status=424)
    other = graph.batch()
    other.add(sync.jobs["1"].start)
    with pytest.raises(FailedDependency):
        await other.send()


async def test_items_that_the_answer_lacks_are_errors(graph, sync, service):
    batch = graph.batch()
    item, bad = batch.add(sync.jobs["1"].start), batch.add(sync.jobs["2"].get)
    envelope(service, {"id": "2", "status": 200, "body": [1]})
    await batch.send()
    assert isinstance(item.error, UnreadableAnswer)
    assert isinstance(bad.error, UnreadableAnswer)
    with pytest.raises(UnreadableAnswer):
        _ = item.result


async def test_bytes_go_as_base64_and_come_so(graph, sync, service):
    batch = graph.batch()
    batch.add(replace_bulk_upload_content(OWNER, "j", b"\x00\x01"))
    content = batch.add(sync.jobs["j"].bulk_upload.get_content)
    count = batch.add(sync.jobs.count)
    envelope(
        service,
        {"id": "1", "status": 204},
        {"id": "2", "status": 200, "body": base64.b64encode(b"\xff").decode()},
        {"id": "3", "status": 200, "body": base64.b64encode(b"12").decode()},
    )
    await batch.send()
    assert sent(service)[0]["body"] == "AAE="
    assert content.result == b"\xff"
    assert count.result == 12


async def test_verbs_of_several_requests_are_refused(graph, sync, service):
    batch = graph.batch()
    update = batch.add(sync.secrets.update, {"SyncAll": "true"})
    envelope(service, {"id": "1", "status": 200, "body": {"value": []}})
    await batch.send()
    with pytest.raises(NotDeferrable, match="more than one request"):
        _ = update.result


async def test_a_batch_is_sent_once(graph, sync, service):
    batch = graph.batch()
    item = batch.add(sync.jobs["1"].start)
    with pytest.raises(RuntimeError, match="not sent yet"):
        _ = item.result
    assert "not sent" in repr(item)
    envelope(service, {"id": "1", "status": 204})
    await batch.send()
    assert repr(batch) == "<Batch of 1, sent>"
    with pytest.raises(RuntimeError, match="sent already"):
        await batch.send()
    with pytest.raises(RuntimeError, match="sent already"):
        batch.add(sync.jobs["1"].start)
    assert await graph.batch().send() == []


async def test_what_sends_nothing_or_lies_elsewhere_cannot_be_batched(graph, sync, service):
    async def nothing():
        return 1

    with pytest.raises(TypeError, match="sends nothing"):
        graph.batch().add(nothing)
    batch = graph.batch()
    batch.add(Operation(name="x", method="GET", path="https://graph.microsoft.com/beta/x"))
    with pytest.raises(ValueError, match="not below the version root"):
        await batch.send()
    assert service.requests == []


async def test_what_a_batch_holds_counts_towards_the_known_limits(graph, sync, service):
    batch = graph.with_options(timeout=1).batch()
    for number in range(6):
        batch.add(sync.jobs["j"].provision_on_demand, "rule", str(number))
    with pytest.raises(PaceExceeded, match="provision_on_demand"):
        await batch.send()
    assert service.requests == []


async def test_plain_text_that_is_no_base64_is_taken_as_it_is(graph, sync, service):
    batch = graph.batch()
    content = batch.add(sync.jobs["j"].bulk_upload.get_content)
    envelope(service, {"id": "1", "status": 200, "body": "not base64!"})
    await batch.send()
    assert content.result == b"not base64!"
