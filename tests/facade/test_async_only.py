"""What only the asynchronous client can get wrong."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from graphsync import AsyncGraphClient


def test_a_verb_that_waits_for_something_else_cannot_be_deferred():
    async def verb() -> None:
        await asyncio.sleep(0)

    with pytest.raises(RuntimeError, match="something else"):
        AsyncGraphClient("t").dry_run(verb)


async def test_a_slow_credential_does_not_hold_up_the_loop():
    import threading

    go = threading.Event()

    def token() -> str:
        assert go.wait(10)
        return "t"

    graph = AsyncGraphClient(token, transport=httpx.MockTransport(lambda _: httpx.Response(200, json={})))
    waiting = asyncio.create_task(graph.request("GET", "/x"))
    await asyncio.sleep(0.02)
    assert not waiting.done()  # and this very test goes on
    go.set()
    assert await waiting == {}


async def test_cancelling_does_not_wait_for_a_slow_credential():
    import threading

    go, asked = threading.Event(), threading.Event()

    def token() -> str:
        asked.set()
        go.wait(10)
        return "t"

    graph = AsyncGraphClient(token)
    waiting = asyncio.create_task(graph.request("GET", "/x"))
    await asyncio.to_thread(asked.wait)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    go.set()


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"
