# ruff: noqa: B018  # reading is the work
"""graphsync's asynchronous client."""

from __future__ import annotations

import asyncio

from benchmarks.clients.walk import walk_models
from benchmarks.server import JOB, PRINCIPAL, TOKEN
from graphsync import AsyncGraphClient


class Client:
    def __init__(self, origin: str) -> None:
        self._runner = asyncio.Runner()
        self._graph = AsyncGraphClient(TOKEN, endpoint=f"{origin}/v1.0")
        self._jobs = self._graph.service_principals[PRINCIPAL].synchronization.jobs

    def get(self) -> int:
        return self._runner.run(self._get())

    async def _get(self) -> int:
        job = await self._jobs[JOB].get()
        status = job.status
        assert status is not None
        job.id, status.code
        return 1

    def schema(self) -> int:
        return self._runner.run(self._schema())

    async def _schema(self) -> int:
        return walk_models((await self._jobs[JOB].schema.get()).data)

    def close(self) -> None:
        self._runner.run(self._graph.close())
        self._runner.close()
