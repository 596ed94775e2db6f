"""httpx's asynchronous client and the standard library's json."""

from __future__ import annotations

import asyncio

import httpx

from benchmarks.clients.walk import walk_json
from benchmarks.server import JOB, PRINCIPAL, TOKEN


class Client:
    def __init__(self, origin: str) -> None:
        self._runner = asyncio.Runner()
        self._http = httpx.AsyncClient(headers={"authorization": f"Bearer {TOKEN}"})
        self._jobs = f"{origin}/v1.0/servicePrincipals/{PRINCIPAL}/synchronization/jobs"

    def get(self) -> int:
        return self._runner.run(self._get())

    async def _get(self) -> int:
        job = (await self._http.get(f"{self._jobs}/{JOB}")).raise_for_status().json()
        job["id"], job["status"]["code"]
        return 1

    def schema(self) -> int:
        return self._runner.run(self._schema())

    async def _schema(self) -> int:
        return walk_json(
            (await self._http.get(f"{self._jobs}/{JOB}/schema")).raise_for_status().json()
        )

    def close(self) -> None:
        self._runner.run(self._http.aclose())
        self._runner.close()
