# Derived from tests/facade/aio/conftest.py by `python -m generator.unasync`: edit that file, not this one.
from __future__ import annotations

from typing import Any

import httpx
import pytest

from graphsync import GraphClient, RetryPolicy, Synchronization

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
