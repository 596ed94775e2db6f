# Derived by `python -m generator.unasync`. Edit its source, not this file:
# tests/facade/aio/test_batch_order.py
from __future__ import annotations

import httpx
import pytest

from graphsync import RetryPolicy
from graphsync.errors import (
    BadRequest,
    ConnectionFailed,
    FailedDependency,
    RateLimitExceeded,
    Refused,
    ServerFailure,
    Throttled,
)
from graphsync_client.types import Owner

pytestmark = pytest.mark.anyio
OWNER = Owner.service_principal("p")


def test_more_than_twenty_are_split_in_order(graph, sync, service):
    batch = graph.batch()
    for number in range(45):
        batch.add(sync.jobs[str(number)].start)
    for begin in (1, 21, 41):
        service.envelope(
            *({"id": str(id), "status": 204} for id in range(begin, min(begin + 20, 46)))
        )
    items = batch.send()
    assert [len(service.batched(at)) for at in range(3)] == [20, 20, 5]
    assert [item.request.operation.path.split("/")[-2] for item in items] == [
        str(number) for number in range(45)
    ]
    assert all(item.error is None for item in items)


def test_depends_on_keeps_order(graph, sync, service):
    batch = graph.batch()
    first = batch.add(sync.jobs["j"].pause)
    second = batch.add(sync.jobs["j"].start).depends_on(first)
    service.envelope(
        {"id": "2", "status": 424, "body": {"error": {"code": "FailedDependency"}}},
        {"id": "1", "status": 500},
    )
    batch.send()
    assert service.batched()[1]["dependsOn"] == ["1"]
    assert isinstance(first.error, ServerFailure)
    assert isinstance(second.error, FailedDependency)
    assert len(service.requests) == 1
    with pytest.raises(ValueError, match="before it"):
        first.depends_on(second)
    with pytest.raises(ValueError, match="same batch"):
        second.depends_on(graph.batch().add(sync.jobs["j"].start))


@pytest.mark.parametrize("status", [204, 500])
def test_dependencies_reach_across_the_split(graph, sync, service, status):
    batch = graph.batch()
    first = batch.add(sync.jobs["first"].start)
    for number in range(19):
        batch.add(sync.jobs[str(number)].start)
    late = batch.add(sync.jobs["late"].start).depends_on(first)
    later = batch.add(sync.jobs["later"].start).depends_on(late)
    service.envelope(
        {"id": "1", "status": status}, *({"id": str(id), "status": 204} for id in range(2, 21))
    )
    if status == 204:
        service.envelope({"id": "21", "status": 204}, {"id": "22", "status": 204})
    batch.send()
    if status == 204:
        assert "dependsOn" not in service.batched()[0]
        assert service.batched()[1]["dependsOn"] == ["21"]
        assert (late.error, later.error) == (None, None)
    else:
        assert len(service.requests) == 1
        assert isinstance(late.error, FailedDependency)
        assert isinstance(later.error, FailedDependency)


def test_only_what_was_throttled_goes_again(graph, sync, service):
    batch = graph.batch()
    one, two, three = (batch.add(sync.jobs[str(number)].start) for number in (1, 2, 3))
    three.depends_on(two)
    service.envelope({"id": "1", "status": 204}, service.throttled("2"), {"id": "3", "status": 424})
    service.envelope({"id": "2", "status": 204}, {"id": "3", "status": 204})
    batch.send()
    assert [item["id"] for item in service.batched()] == ["2", "3"]
    assert service.batched()[1]["dependsOn"] == ["2"]
    assert (one.error, two.error, three.error) == (None, None, None)


def test_the_longest_wait_counts_and_what_no_budget_holds_is_not_begun(graph, sync, service):
    batch = graph.batch()
    one, two = batch.add(sync.jobs["1"].start), batch.add(sync.jobs["2"].start)
    service.envelope(service.throttled("1", "0.001"), service.throttled("2", "9999"))
    batch.send()
    assert isinstance(one.error, Throttled)
    assert two.error.retry_after == 9999
    assert len(service.requests) == 1


def test_throttling_that_does_not_end_is_an_error(graph, sync, service):
    batch = graph.batch()
    item = batch.add(sync.jobs["1"].start)
    for _ in range(5):
        service.envelope(service.throttled("1"))
    batch.send()
    assert isinstance(item.error, Throttled)
    assert len(service.requests) == 5


def test_an_envelope_of_424_is_read_like_any_other(graph, sync, service):
    batch = graph.batch()
    one, two = batch.add(sync.jobs["1"].start), batch.add(sync.jobs["2"].start)
    service.envelope(service.throttled("1"), {"id": "2", "status": 204}, status=424)
    service.envelope({"id": "1", "status": 204})
    batch.send()
    assert (one.error, two.error) == (None, None)
    service.answer({"error": {"code": "X"}}, status=424)
    other = graph.batch()
    other.add(sync.jobs["1"].start)
    with pytest.raises(FailedDependency):
        other.send()


def test_an_envelope_of_424_is_read_whole(graph, sync, service):
    batch = graph.batch()
    jobs, start = batch.add(sync.jobs.list), batch.add(sync.jobs["1"].start)
    many = {"value": [{"id": "x" * 200_000}]}
    service.envelope({"id": "1", "status": 200, "body": many}, service.throttled("2"), status=424)
    service.envelope({"id": "2", "status": 204})
    batch.send()
    assert len(jobs.result[0].id) == 200_000
    assert start.error is None


def test_what_a_batch_holds_counts_towards_the_known_limits(graph, sync, service):
    batch = graph.with_options(timeout=1).batch()
    items = [
        batch.add(sync.jobs["j"].provision_on_demand, "rule", str(number)) for number in range(7)
    ]
    other = batch.add(sync.jobs["j"].start)
    success = {"key": '{"result": "Success"}', "value": "{}"}
    service.envelope(*({"id": str(id), "status": 200, "body": success} for id in range(1, 6)))
    service.envelope({"id": "8", "status": 204})
    batch.send()
    assert [len(service.batched(at)) for at in range(2)] == [5, 1]
    assert [type(item.error) for item in items] == [type(None)] * 5 + [RateLimitExceeded] * 2
    assert other.error is None


def test_a_batch_is_split_where_a_known_limit_is_reached(graph, sync, service, slept):
    batch = graph.batch()
    for number in range(6):
        batch.add(sync.jobs["j"].provision_on_demand, "rule", str(number))
    success = {"key": '{"result": "Success"}', "value": "{}"}
    service.envelope(*({"id": str(id), "status": 200, "body": success} for id in range(1, 6)))
    service.envelope({"id": "6", "status": 200, "body": success})
    batch.send()
    assert [len(service.batched(at)) for at in range(2)] == [5, 1]
    (seconds,) = slept
    assert 5 < seconds <= 10.1


def test_a_batch_that_breaks_off_settles_every_call(graph, sync, service):
    batch = graph.batch()
    items = [batch.add(sync.jobs[str(number)].start) for number in range(45)]
    service.envelope(*({"id": str(id), "status": 204} for id in range(1, 21))).answer(status=400)
    with pytest.raises(BadRequest) as failure:
        batch.send()
    assert [item.error for item in items[:20]] == [None] * 20
    assert [item.error for item in items[20:40]] == [failure.value] * 20
    for item in items[40:]:
        with pytest.raises(
            Refused, match="start_job was not sent, because the batch failed before"
        ):
            _ = item.result
    assert len(service.requests) == 2


def test_calls_of_a_batch_that_never_left_take_no_place(graph, sync, service):
    def refuse(request):
        return httpx.ConnectError("refused", request=request)

    for _ in range(3):
        batch = graph.with_options(retry=RetryPolicy(attempts=1)).batch()
        for number in range(5):
            batch.add(sync.jobs["j"].provision_on_demand, "rule", str(number))
        service.fail(refuse)
        with pytest.raises(ConnectionFailed):
            batch.send()
    assert len(service.requests) == 3
