"""A local Graph in this process: its clock is moved by the client's pauses, and what goes out is kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

import httpx

from graphsync.emulator import Emulator
from graphsync.emulator.protocol.call import Call

ROOT = "http://127.0.0.1/v1.0"
BETA = "http://127.0.0.1/beta"


class Local:
    """Answer requests by an emulator whose clock stands, and keep the requests."""

    root = ROOT

    def __init__(self, **options: Any) -> None:
        self.emulator = Emulator(
            **{"start": "2026-01-01T00:00:00Z", "speed": 0, "random_seed": 7, **options}
        )
        self.emulator.switches.throttling = False
        self.requests: list[httpx.Request] = []
        self.pauses: list[float] = []
        self.before: Callable[[httpx.Request], object] | None = None

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        if self.before is not None:
            self.before(request)
        path = request.url.raw_path.decode().partition("?")[0]
        is_beta = path.startswith("/beta/")
        call = Call(
            self.emulator.graph.state,
            request.method,
            path.removeprefix("/beta" if is_beta else "/v1.0") or "/",
            dict(parse_qsl(request.url.query.decode(), keep_blank_values=True)),
            dict(request.headers),
            request.content,
            BETA if is_beta else ROOT,
        )
        reply = self.emulator.graph.serve(call)
        return httpx.Response(
            reply.status,
            content=reply.content(),
            headers={"content-type": reply.content_type, **reply.headers},
        )

    @property
    def sent(self) -> list[str]:
        return [
            f"{one.method} {one.url.raw_path.decode().removeprefix('/v1.0')}"
            for one in self.requests
        ]

    @property
    def writes(self) -> list[str]:
        return [
            line
            for line in self.sent
            if not line.startswith("GET ") and "parseExpression" not in line
        ]

    def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.emulator.advance(seconds=seconds)

    def monotonic(self) -> float:
        """Return the tenant's clock, as a module `time` would."""
        return self.emulator.graph.state.clock.now()

    def put_schema(self, principal: str, job: str, schema: dict[str, Any]) -> None:
        """Write a job's schema as another administrator would; no request is kept."""
        path = f"/servicePrincipals/{principal}/synchronization/jobs/{job}/schema"
        headers = {"content-type": "application/json", "authorization": "Bearer t"}
        body = json.dumps(schema).encode()
        call = Call(self.emulator.graph.state, "PUT", path, {}, headers, body, ROOT)
        reply = self.emulator.graph.serve(call)
        assert reply.status == 204, reply.content()

    @property
    def tenant(self) -> Any:
        return self.emulator.graph.tenant

    def target(self, principal: str, **settings: Any) -> None:
        self.emulator.set_target(principal, **settings)
