"""A local Graph with an API-driven job, whose clock a client's pauses move; and a payroll to upload."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qsl

import httpx

from graphsync.emulator import INBOUND_JOB_ID, INBOUND_PRINCIPAL_ID, Emulator
from graphsync.emulator.protocol.call import Call

ROOT = "http://127.0.0.1/v1.0"
PRINCIPAL, JOB = INBOUND_PRINCIPAL_ID, INBOUND_JOB_ID
WORK = 'emails[type eq "work"].value'
MAPPING = {
    "externalId": "Id",
    "userName": "Mail",
    "displayName": "Name",
    "name.givenName": "First",
    "department": "Department",
    "active": "Employed",
}


class Payroll:
    """Answer requests by an emulator whose clock stands, and keep what went out."""

    principal, job = PRINCIPAL, JOB

    def __init__(self, **options: Any) -> None:
        self.emulator = Emulator(
            **{"start": "2026-01-01T00:00:00Z", "speed": 0, "random_seed": 7, **options}
        )
        self.sent: list[str] = []
        self.bodies: list[bytes] = []
        self.pauses: list[float] = []
        self.before: Callable[[httpx.Request], httpx.Response | None] = lambda _: None
        self._shift = 0.0

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.sent.append(f"{request.method} {request.url.path.removeprefix('/v1.0')}")
        if request.url.path.endswith("/bulkUpload"):
            self.bodies.append(request.content)
        answer = self.before(request)
        if answer is not None:
            return answer
        path = request.url.raw_path.decode().partition("?")[0].removeprefix("/v1.0")
        query = dict(parse_qsl(request.url.query.decode(), keep_blank_values=True))
        state = self.emulator.graph.state
        reply = self.emulator.graph.serve(
            Call(state, request.method, path, query, dict(request.headers), request.content, ROOT)
        )
        headers = {"content-type": reply.content_type, **reply.headers}
        return httpx.Response(reply.status, content=reply.content(), headers=headers)

    def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self._shift += seconds
        self.emulator.advance(seconds=seconds)

    def monotonic(self) -> float:
        """Return a clock that the pauses move, as a module `time` would."""
        return time.monotonic() + self._shift

    @property
    def uploads(self) -> int:
        return sum(line.endswith("/bulkUpload") for line in self.sent)

    @property
    def users(self) -> dict[str, Any]:
        users = self.emulator.graph.tenant.users.values()
        return {item["employeeId"]: item for item in users if item.get("employeeId")}


def people(count: int, first: int = 1, **more: Any) -> Iterator[dict[str, Any]]:
    for number in range(first, first + count):
        yield {
            "externalId": f"E{number}",
            "userName": f"person{number}@contoso.com",
            "displayName": f"Person {number}",
            "active": True,
            **more,
        }
