"""A local Graph that stands still, and a client that speaks to it without a socket."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from graphsync.emulator import SCIM_JOB_ID, SCIM_PRINCIPAL_ID, Emulator
from graphsync.emulator.graph import LocalGraph
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.reply import Reply
from graphsync.emulator.protocol.routing import Operation, segments

from . import honesty
from .scim_server import ScimServer, scim_server

START = datetime(2026, 1, 1, tzinfo=UTC)
CONNECTING = timedelta(minutes=45)


@pytest.fixture(autouse=True)
def honest(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[None]:
    """Validate every answer that is given during a test; what a fault damaged is no answer of the service's."""
    answers: dict[bytes, tuple[Call, Reply, str]] = {}
    serve = LocalGraph.serve

    def watched(self: LocalGraph, call: Call) -> Reply:
        reply = serve(self, call)
        match = self.router.match(segments(call.path))
        operation = match.operations.get(call.method) if match else None
        if (
            operation
            and reply.fault is None
            and honesty.document_of(operation.method, operation.template)
        ):
            stable = repr(
                (call.method, operation.template, reply.status, reply.content_type)
            ).encode()
            answers.setdefault(stable + reply.content(), (call, reply, operation.template))
        return reply

    monkeypatch.setattr(LocalGraph, "serve", watched)
    yield
    wrong = [found for answer in answers.values() for found in honesty.check(*answer)]
    if "unvalidated" in request.fixturenames:
        return
    if "unknown_members" in request.fixturenames:
        wrong = [found for found in wrong if found.said != "is not declared"]
    assert not wrong, (
        f"{len(wrong)} differences from the document that are not listed, first {wrong[:3]}"
    )


def beyond(operation: Operation) -> str:
    """Return an operation as `BEYOND` spells it."""
    tree = operation.template.partition("/synchronization")[2]
    return f"{operation.method} {'R' + tree if tree else operation.template}"


@pytest.fixture
def unvalidated() -> None:
    """Say that the test puts into the tenant what fits no type at all, and so gets it back."""


@pytest.fixture
def unknown_members() -> None:
    """Say that the test puts members into the tenant that no type declares, and so gets them back."""


class Caller:
    """Calls the tenant directly, the way the application does, and gives back status and JSON."""

    def __init__(self, emulator: Emulator, server: ScimServer | None = None) -> None:
        self.emulator = emulator
        self.server = server
        if server is not None:
            self.connect(server)

    def connect(self, server: ScimServer) -> None:
        """Let the seeded job provision everybody to an endpoint, from the beginning.

        It takes as long as `CONNECTING`; what the job did to its target inside is forgotten.
        """
        values = [
            {"key": "BaseAddress", "value": server.url},
            {"key": "SecretToken", "value": server.token},
            {"key": "SyncAll", "value": "true"},
        ]
        sync = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization"
        self("PUT", f"{sync}/secrets", {"value": values}, status=204)
        body = {"criteria": {"resetScope": "Full"}}
        self("POST", f"{sync}/jobs/{SCIM_JOB_ID}/restart", body, status=204)
        self.emulator.graph.tenant.table("log").empty()
        self.emulator.graph.tenant.table("account", SCIM_PRINCIPAL_ID).empty()
        self.emulator.graph.engine.workshop.forget(SCIM_PRINCIPAL_ID)
        self.emulator.advance(minutes=CONNECTING.total_seconds() / 60)

    def reply(
        self,
        method: str,
        path: str,
        body: object = None,
        headers: dict[str, str] | None = None,
        base: str = "http://localhost/v1.0",
        **query: str,
    ) -> Reply:
        sent = (
            body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
        )
        given = {"authorization": "Bearer x", "content-type": "application/json", **(headers or {})}
        return self.emulator.graph.serve(
            Call(
                self.emulator.graph.state,
                method,
                path,
                {f"${name}": value for name, value in query.items()},
                given,
                sent,
                base,
            )
        )

    def __call__(
        self, method: str, path: str, body: object = None, status: int = 200, **more: Any
    ) -> Any:
        reply = self.reply(method, path, body, **more)
        assert reply.status == status, (method, path, reply.status, reply.content())
        return (
            json.loads(reply.content())
            if reply.content() and isinstance(reply.body, dict)
            else reply.content()
        )


@pytest.fixture
def target_server() -> ScimServer | None:
    """Give the endpoint that the seeded job provisions to; None keeps the accounts inside.

    A module whose tests hold for both kinds of targets overrides this with `either_target`.
    """
    return None


def either_target(kind: str) -> Iterator[ScimServer | None]:
    """Run an endpoint where the kind asks for one: `inside` or `over HTTP`."""
    if kind == "inside":
        yield None
        return
    with scim_server() as server:
        yield server


@pytest.fixture
def new(
    monkeypatch: pytest.MonkeyPatch, target_server: ScimServer | None
) -> Iterator[Callable[..., Caller]]:
    """Make callers of fresh tenants whose clock stands at the beginning of 2026."""
    made: list[Emulator] = []

    def make(**switches: Any) -> Caller:
        start = START - CONNECTING if target_server else START
        emulator = Emulator(
            **{"start": start.isoformat(), "speed": 0, "random_seed": 7, **switches}
        )
        # Limits go by real time even while the clock stands; a slow machine must not refill them.
        monkeypatch.setattr(emulator.graph.throttle, "_now", emulator.graph.state.clock.now)
        made.append(emulator)
        return Caller(emulator, target_server)

    yield make
    if target_server is not None:
        for emulator in made:  # what they have open at the endpoint
            emulator.close()


@pytest.fixture
def call(new: Callable[..., Caller]) -> Caller:
    return new()
