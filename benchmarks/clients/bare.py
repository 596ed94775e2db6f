# reading is the work
"""httpx and the standard library's json: what one writes without a client."""

from __future__ import annotations

import httpx

from benchmarks.clients.walk import walk_json
from benchmarks.server import JOB, PRINCIPAL, TOKEN


class Client:
    def __init__(self, origin: str) -> None:
        self._http = httpx.Client(headers={"authorization": f"Bearer {TOKEN}"})
        self._jobs = f"{origin}/v1.0/servicePrincipals/{PRINCIPAL}/synchronization/jobs"

    def list(self) -> int:
        count = 0
        link: str | None = self._jobs
        while link:
            page = self._http.get(link).raise_for_status().json()
            for job in page["value"]:
                job["id"], job["status"]["code"]
                count += 1
            link = page.get("@odata.nextLink")
        return count

    def get(self) -> int:
        job = self._http.get(f"{self._jobs}/{JOB}").raise_for_status().json()
        job["id"], job["status"]["code"]
        return 1

    def schema(self) -> int:
        return walk_json(self._http.get(f"{self._jobs}/{JOB}/schema").raise_for_status().json())

    def close(self) -> None:
        self._http.close()
