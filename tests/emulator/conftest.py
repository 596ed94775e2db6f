"""A local Graph that stands still, and a client that speaks to it without a socket."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from graphsync.emulator import Emulator
from graphsync.emulator.call import Call
from graphsync.emulator.reply import Reply


class Caller:
    """Calls the tenant directly, the way the application does, and gives back status and JSON."""

    def __init__(self, emulator: Emulator) -> None:
        self.emulator = emulator

    def reply(
        self, method: str, path: str, body: object = None, headers: dict[str, str] | None = None, **query: str
    ) -> Reply:
        sent = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
        given = {"authorization": "Bearer x", "content-type": "application/json", **(headers or {})}
        return self.emulator.graph.serve(
            Call(
                self.emulator.graph,
                method,
                path,
                {f"${name}": value for name, value in query.items()},
                given,
                sent,
                "http://localhost/v1.0",
            )
        )

    def __call__(self, method: str, path: str, body: object = None, status: int = 200, **more: Any) -> Any:
        reply = self.reply(method, path, body, **more)
        assert reply.status == status, (method, path, reply.status, reply.content())
        return json.loads(reply.content()) if reply.content() and isinstance(reply.body, dict) else reply.content()


@pytest.fixture
def new() -> Callable[..., Caller]:
    """Make callers of fresh tenants whose clock stands at the beginning of 2026."""

    def make(**switches: Any) -> Caller:
        return Caller(Emulator(**{"start": "2026-01-01T00:00:00Z", "speed": 0, "random_seed": 7, **switches}))

    return make


@pytest.fixture
def call(new: Callable[..., Caller]) -> Caller:
    return new()
