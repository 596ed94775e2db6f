from __future__ import annotations

import time
from typing import Any

import httpx
import pytest
from azure.core.credentials import AccessToken

from graphsync import RetryPolicy
from graphsync._async.native import Calls
from graphsync.aio import AsyncGraphClient, Synchronization, SynchronizationJob

PRINCIPAL = "11111111-1111-4111-8111-111111111111"


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def graph(service: Any) -> AsyncGraphClient:
    retry = RetryPolicy(wait_initial=0.001, wait_max=0.001)
    return AsyncGraphClient("a-token", transport=httpx.MockTransport(service), retry=retry)


@pytest.fixture
def sync(graph: AsyncGraphClient) -> Synchronization:
    return graph.service_principals[PRINCIPAL].synchronization


class Credential:
    """Hand out t1, t2 … and note what was asked for."""

    def __init__(self, lasts: float = 3600) -> None:
        self.lasts = lasts
        self.asked: list[Any] = []
        self.closed = 0

    async def get_token(
        self, *scopes: str, claims: str | None = None, enable_cae: bool = False, **_: Any
    ) -> AccessToken:
        self.asked.append((scopes, claims, enable_cae))
        return AccessToken(f"t{len(self.asked)}", int(time.time() + self.lasts))

    async def close(self) -> None:
        self.closed += 1


@pytest.fixture
def make_credential() -> type[Credential]:
    return Credential


@pytest.fixture
def connect(service: Any) -> Any:
    return lambda credential, **options: AsyncGraphClient(
        credential, transport=httpx.MockTransport(service), **options
    )


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Let pauses take no time, while the transport's clock goes on; the list has how long they were."""
    pauses: list[float] = []

    async def sleep(_calls: Calls, seconds: float) -> None:
        pauses.append(seconds)

    class Clock:
        def monotonic(self) -> float:
            return time.monotonic() + sum(pauses)

    monkeypatch.setattr("graphsync._async.native.Calls.sleep", sleep)
    monkeypatch.setattr("graphsync._async.transport.transport.time", Clock())
    return pauses


@pytest.fixture
def tenant(local: Any, monkeypatch: pytest.MonkeyPatch) -> AsyncGraphClient:
    """A client of the local Graph; its pauses move the tenant's clock and take no time."""

    async def sleep(_calls: Calls, seconds: float) -> None:
        local.pause(seconds)

    monkeypatch.setattr("graphsync._async.native.Calls.sleep", sleep)
    for module in ("tasks.waiting", "synchronization.repairing"):
        monkeypatch.setattr(f"graphsync._async.{module}.time", local)
    retry = RetryPolicy(attempts=1)
    return AsyncGraphClient(
        "t", endpoint=local.root, transport=httpx.MockTransport(local), retry=retry
    )


@pytest.fixture
def connected(payroll: Any, monkeypatch: pytest.MonkeyPatch) -> AsyncGraphClient:
    """A client of the payroll's local Graph; its pauses move the tenant's clock and take no time."""

    async def sleep(_calls: Calls, seconds: float) -> None:
        payroll.pause(seconds)

    monkeypatch.setattr("graphsync._async.native.Calls.sleep", sleep)
    for module in ("transport.transport", "inbound.upload_time"):
        monkeypatch.setattr(f"graphsync._async.{module}.time", payroll)
    transport = httpx.MockTransport(payroll)
    return AsyncGraphClient(
        "t", endpoint="http://127.0.0.1/v1.0", transport=transport, retry=RetryPolicy(attempts=1)
    )


@pytest.fixture
def inbound(connected: AsyncGraphClient, payroll: Any) -> SynchronizationJob:
    return connected.service_principals[payroll.principal].synchronization.jobs[payroll.job]
