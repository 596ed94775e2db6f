"""Reading from several threads gives one object for what can be edited."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from graphsync_client.models import SynchronizationJob

WORKERS = 8
ROUNDS = 150


@pytest.fixture(autouse=True)
def eager_switching() -> Iterator[None]:
    """Let threads take turns as often as the interpreter can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


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
    document = {"schedule": {"interval": "PT40M"}, "custom": {"a": [1]}, "id": "1", "templateId": None}
    jobs = [SynchronizationJob.from_dict(document) for _ in range(ROUNDS)]

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
