from __future__ import annotations

from typing import Any

import httpx
import pytest

from graphsync import RetryPolicy
from graphsync.aio import AsyncGraphClient, Synchronization

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
