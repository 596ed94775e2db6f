# Derived by `python -m generator.unasync`. Edit its source, not this file:
# tests/facade/aio/test_lost_time.py
"""What a call may take, and what it must not take from others."""

from __future__ import annotations

import httpx
import pytest

from graphsync import RetryPolicy, Timeouts
from graphsync.errors import (
    ConnectionFailed,
    NotFound,
    RateLimitExceeded,
    SignInFailed,
    UnreadableAnswer,
)

pytestmark = pytest.mark.anyio
PRINCIPAL = "11111111-1111-4111-8111-111111111111"
SUCCESS = {"key": '{"result": "Success"}', "value": "{}"}


def test_calls_without_a_token_take_no_place(connect, service):
    def fail():
        raise RuntimeError("no token")

    answers = [fail] * 9
    graph = connect(
        lambda: (answers.pop() if answers else str.title)("t"), timeout=Timeouts(total=3)
    )
    job = graph.service_principals[PRINCIPAL].synchronization.jobs["j"]
    for _ in range(9):
        with pytest.raises(SignInFailed):
            job.provision_on_demand("r", "u")
    for _ in range(5):
        service.answer(SUCCESS)
        job.provision_on_demand("r", "u")
    with pytest.raises(RateLimitExceeded):
        job.provision_on_demand("r", "u")


def test_calls_that_never_left_give_their_place_back(graph, service):
    def refuse(request):
        return httpx.ConnectError("refused", request=request)

    once = graph.with_options(retry=RetryPolicy(attempts=1), timeout=Timeouts(total=3))
    job = once.service_principals[PRINCIPAL].synchronization.jobs["j"]
    for _ in range(9):
        service.fail(refuse)
        with pytest.raises(ConnectionFailed):
            job.provision_on_demand("r", "u")
    for _ in range(5):
        service.answer(SUCCESS)
        job.provision_on_demand("r", "u")


def test_a_wait_that_is_broken_off_gives_its_place_back(graph, sync, service, monkeypatch):
    class Stop(BaseException):
        pass

    def sleep(calls, seconds):
        raise Stop

    job = sync.jobs["j"]
    for _ in range(5):
        service.answer(SUCCESS)
        job.provision_on_demand("r", "u")
    monkeypatch.setattr("graphsync._sync.native.Calls.sleep", sleep)
    for _ in range(9):
        with pytest.raises(Stop):
            job.provision_on_demand("r", "u")
    with pytest.raises(RateLimitExceeded) as failure:
        job.with_options(timeout=1).provision_on_demand("r", "u")
    assert failure.value.retry_after <= 10.1


def test_an_answer_that_cannot_be_read_keeps_its_place(graph, service):
    """The service has counted the call, whatever became of the answer."""
    job = (
        graph.with_options(timeout=Timeouts(total=3))
        .service_principals[PRINCIPAL]
        .synchronization.jobs["j"]
    )
    for _ in range(5):
        service.answer(content=b"<html>", headers={"content-encoding": "br"})
        with pytest.raises(UnreadableAnswer):
            job.provision_on_demand("r", "u")
    with pytest.raises(RateLimitExceeded):
        job.provision_on_demand("r", "u")


@pytest.mark.parametrize("lost", [408, 500, None])
def test_what_a_lost_attempt_deleted_is_deleted(sync, service, lost):
    if lost is None:
        service.fail(lambda request: httpx.ReadError("reset", request=request))
    else:
        service.answer(status=lost)
    service.answer(status=404)
    assert sync.jobs["j"].delete() is None
    assert len(service.requests) == 2


@pytest.mark.parametrize("before", [None, 429])
def test_what_was_not_there_cannot_be_deleted(sync, service, before):
    if before is not None:
        service.answer(status=before, headers={"retry-after": "0"})
    service.answer(status=404)
    with pytest.raises(NotFound):
        sync.jobs["j"].delete()


def test_only_what_is_deleted_may_be_gone(sync, service):
    service.answer(status=500).answer(status=404)
    with pytest.raises(NotFound):
        sync.jobs["j"].get()


def test_patience_looks_a_last_time_when_it_ends(sync, service, monkeypatch):
    slept = []

    def sleep(calls, seconds):
        slept.append(seconds)

    monkeypatch.setattr("graphsync._sync.native.Calls.sleep", sleep)
    for _ in range(2):
        service.answer(status=404)
    service.answer({"id": "j"})
    patient = sync.jobs.with_options(
        consistency=5, retry=RetryPolicy(wait_initial=1000, wait_max=1000, jitter=0)
    )
    patient["j"].get()
    assert len(slept) == 2
    assert max(slept) <= 5
