"""Reading from several threads gives one object for what can be edited."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, BrokenBarrierError
from typing import TypeVar

import pytest

from graphsync_client import _copy
from graphsync_client._json import copy_json
from graphsync_client.models import SynchronizationJob

T = TypeVar("T")
WORKERS = 8
ROUNDS = 150


def ending(start: Barrier) -> Callable[[Callable[[int], T]], Callable[[int], T]]:
    """Let nobody wait for a worker that has failed, and all fail as it did."""
    failures: list[BaseException] = []

    def wrap(worker: Callable[[int], T]) -> Callable[[int], T]:
        def ended(number: int) -> T:
            try:
                return worker(number)
            except BrokenBarrierError:
                raise failures[0] from None
            except BaseException as error:
                failures.append(error)
                start.abort()
                raise

        return ended

    return wrap


pytestmark = pytest.mark.usefixtures("eager_switching")


@pytest.mark.parametrize(
    "read",
    [
        lambda job: job.schedule,
        lambda job: job.synchronization_job_settings,
        lambda job: job.synchronization_job_settings[0],
        lambda job: job.status.progress,
        lambda job: job["custom"],
        lambda job: job.undeclared["custom"],
    ],
    ids=["object", "list", "item", "below", "undeclared", "all undeclared"],
)
def test_every_thread_gets_the_same_object(read: Callable[[SynchronizationJob], object]):
    start = Barrier(WORKERS)
    jobs = [
        SynchronizationJob.from_dict({
            "schedule": {"state": "Active"},
            "synchronizationJobSettings": [{"name": str(number)} for number in range(20)],
            "status": {"progress": [{"units": "pages"}]},
            "custom": {"tags": list(range(20))},
        })
        for _ in range(ROUNDS)
    ]  # fmt: skip

    @ending(start)
    def worker(_: int) -> list[object]:
        found: list[object] = []
        for job in jobs:
            start.wait()
            found.append(read(job))
        return found

    with ThreadPoolExecutor(WORKERS) as pool:
        by_worker = list(pool.map(worker, range(WORKERS)))
    for job, *found in zip(jobs, *by_worker, strict=True):
        assert len({id(value) for value in found}) == 1
        assert read(job) is found[0]


def test_copying_writing_and_comparing_while_others_read():
    start = Barrier(WORKERS)
    document = {
        "schedule": {"interval": "PT40M"},
        "custom": {"a": [1]},
        "id": "1",
        "templateId": None,
    }
    jobs = [SynchronizationJob.from_dict(document) for _ in range(ROUNDS)]

    @ending(start)
    def worker(number: int) -> bool:
        results: list[bool] = []
        for job in jobs:
            start.wait()
            match number % 4:
                case 0:
                    results.append(job.schedule is not None and job["custom"] == {"a": [1]})
                case 1:
                    results.append(job.to_dict() == document)
                case 2:
                    results.append(job.evolve(id="2").to_dict() == document | {"id": "2"})
                case _:
                    results.append(job == SynchronizationJob.from_dict(document))
        return all(results)

    with ThreadPoolExecutor(WORKERS) as pool:
        assert all(pool.map(worker, range(WORKERS)))


def test_a_member_is_read_for_the_first_time_while_a_copy_is_made(monkeypatch):
    document = {"a": [1], "b": [2], "c": [3]}
    job = SynchronizationJob.from_dict(document)
    assert job["a"] == [1]

    def overtaken(value: object) -> object:
        _ = job["b"], job["c"]
        return copy_json(value)

    monkeypatch.setattr(_copy, "copy_json", overtaken)
    assert job.evolve().to_dict() == document
