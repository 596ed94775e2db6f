"""A service with thousands of service principals, each with a job, which costs nothing to keep."""

from __future__ import annotations

import json
import threading
from typing import Any
from urllib.parse import parse_qsl

import httpx

_EXECUTION = {
    "activityIdentifier": "run", "countEntitled": 1, "countEntitledForProvisioning": 1, "countEscrowed": 0,
    "countEscrowedRaw": 0, "countExported": 1, "countExports": 1, "countImported": 1, "countImportedDeltas": 0,
    "countImportedReferenceDeltas": 0, "error": None, "state": "Succeeded",
    "timeBegan": "2026-01-01T00:00:00Z", "timeEnded": "2026-01-01T00:01:00Z",
}  # fmt: skip
_STATUS = {
    "code": "Active", "countSuccessiveCompleteFailures": 0, "escrowsPruned": False, "lastExecution": _EXECUTION,
    "lastSuccessfulExecution": _EXECUTION, "lastSuccessfulExecutionWithExports": None, "progress": [],
    "quarantine": None, "steadyStateFirstAchievedTime": "2026-01-01T00:01:00Z",
    "steadyStateLastAchievedTime": "2026-01-01T00:01:00Z", "synchronizedEntryCountByType": [], "troubleshootingUrl": None,
}  # fmt: skip
_SCHEDULE = {"expiration": None, "interval": "PT40M", "state": "Active"}


class BigTenant:
    """Answer the list of principals in pages, and batches of their jobs and secrets."""

    def __init__(self, principals: int, *, with_jobs: int = 1) -> None:
        self.principals = principals
        self.with_jobs = with_jobs
        self.requests = 0
        self._counting = threading.Lock()

    def __call__(self, request: httpx.Request) -> httpx.Response:
        with self._counting:  # requests come from several threads
            self.requests += 1
        if request.url.path.endswith("/$batch"):
            asked = json.loads(request.content)["requests"]
            return httpx.Response(
                200, json={"responses": [self._answer(one["id"], one["url"]) for one in asked]}
            )
        query = dict(parse_qsl(request.url.query.decode()))
        start, size = int(query.get("$skiptoken", "0")), int(query["$top"])
        end = min(start + size, self.principals)
        page: dict[str, Any] = {
            "value": [{"id": _id(at), "displayName": f"App {at}"} for at in range(start, end)]
        }
        if end < self.principals:
            page["@odata.nextLink"] = (
                f"https://graph.microsoft.com/v1.0/servicePrincipals?$top={size}&$skiptoken={end}"
            )
        return httpx.Response(200, json=page)

    def _answer(self, id: str, url: str) -> dict[str, Any]:
        number = int(url.split("/")[2].split("-")[-1])
        if url.endswith("/secrets"):
            body = {"value": [{"key": "BaseAddress", "value": "https://app.contoso.com"}]}
        else:
            job = {
                "id": f"scim.{number}",
                "templateId": "scim",
                "schedule": _SCHEDULE,
                "status": _STATUS,
            }
            body = {"value": [job] if number % self.with_jobs == 0 else []}
        return {"id": id, "status": 200, "headers": {}, "body": body}


def _id(number: int) -> str:
    return f"11111111-1111-4111-8111-{number:012d}"
