# ruff: noqa: B018  # reading is the work
"""graphsync."""

from __future__ import annotations

from benchmarks.clients.walk import walk_models
from benchmarks.server import JOB, PRINCIPAL, TOKEN
from graphsync import GraphClient


class Client:
    def __init__(self, origin: str) -> None:
        self._graph = GraphClient(TOKEN, endpoint=f"{origin}/v1.0")
        self._jobs = self._graph.service_principals[PRINCIPAL].synchronization.jobs

    def list(self) -> int:
        count = 0
        for job in self._jobs:
            status = job.status
            assert status is not None
            job.id, status.code
            count += 1
        return count

    def get(self) -> int:
        job = self._jobs[JOB].get()
        status = job.status
        assert status is not None
        job.id, status.code
        return 1

    def schema(self) -> int:
        return walk_models(self._jobs[JOB].schema.get().data)

    def close(self) -> None:
        self._graph.close()
