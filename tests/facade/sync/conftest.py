# Derived by `python -m generator.unasync`. Edit its source, not this file:
# tests/facade/aio/conftest.py
from __future__ import annotations

import time
from typing import Any

import httpx
import pytest
from azure.core.credentials import AccessToken

from graphsync import GraphClient, RetryPolicy, Synchronization, SynchronizationJob
from graphsync._sync.native import Calls

PRINCIPAL = "11111111-1111-4111-8111-111111111111"


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def graph(service: Any) -> GraphClient:
    retry = RetryPolicy(wait_initial=0.001, wait_max=0.001)
    return GraphClient("a-token", transport=httpx.MockTransport(service), retry=retry)


@pytest.fixture
def sync(graph: GraphClient) -> Synchronization:
    return graph.service_principals[PRINCIPAL].synchronization


class Credential:
    """Hand out t1, t2 … and note what was asked for."""

    def __init__(self, lasts: float = 3600) -> None:
        self.lasts = lasts
        self.asked: list[Any] = []
        self.closed = 0

    def get_token(
        self, *scopes: str, claims: str | None = None, enable_cae: bool = False, **_: Any
    ) -> AccessToken:
        self.asked.append((scopes, claims, enable_cae))
        return AccessToken(f"t{len(self.asked)}", int(time.time() + self.lasts))

    def close(self) -> None:
        self.closed += 1


@pytest.fixture
def make_credential() -> type[Credential]:
    return Credential


@pytest.fixture
def connect(service: Any) -> Any:
    return lambda credential, **options: GraphClient(
        credential, transport=httpx.MockTransport(service), **options
    )


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Let pauses take no time, while the transport's clock goes on; the list has how long they were."""
    pauses: list[float] = []

    def sleep(_calls: Calls, seconds: float) -> None:
        pauses.append(seconds)

    class Clock:
        def monotonic(self) -> float:
            return time.monotonic() + sum(pauses)

    monkeypatch.setattr("graphsync._sync.native.Calls.sleep", sleep)
    monkeypatch.setattr("graphsync._sync.transport.transport.time", Clock())
    return pauses


@pytest.fixture
def tenant(local: Any, monkeypatch: pytest.MonkeyPatch) -> GraphClient:
    """A client of the local Graph; its pauses move the tenant's clock and take no time."""

    def sleep(_calls: Calls, seconds: float) -> None:
        local.pause(seconds)

    monkeypatch.setattr("graphsync._sync.native.Calls.sleep", sleep)
    for module in ("tasks.waiting", "synchronization.repairing"):
        monkeypatch.setattr(f"graphsync._sync.{module}.time", local)
    retry = RetryPolicy(attempts=1)
    return GraphClient("t", endpoint=local.root, transport=httpx.MockTransport(local), retry=retry)


@pytest.fixture
def connected(payroll: Any, monkeypatch: pytest.MonkeyPatch) -> GraphClient:
    """A client of the payroll's local Graph; its pauses move the tenant's clock and take no time."""

    def sleep(_calls: Calls, seconds: float) -> None:
        payroll.pause(seconds)

    monkeypatch.setattr("graphsync._sync.native.Calls.sleep", sleep)
    for module in ("transport.transport", "inbound.upload_time"):
        monkeypatch.setattr(f"graphsync._sync.{module}.time", payroll)
    transport = httpx.MockTransport(payroll)
    return GraphClient(
        "t", endpoint="http://127.0.0.1/v1.0", transport=transport, retry=RetryPolicy(attempts=1)
    )


@pytest.fixture
def inbound(connected: GraphClient, payroll: Any) -> SynchronizationJob:
    return connected.service_principals[payroll.principal].synchronization.jobs[payroll.job]
