"""What only the asynchronous client can get wrong."""

from __future__ import annotations

import asyncio
import gc
import inspect

import httpx
import pytest

from graphsync import AsyncGraphClient, GraphClient


def test_a_function_that_is_not_a_verb_is_not_run():
    async def verb() -> None:
        raise AssertionError("it was run")

    with pytest.raises(TypeError, match="not a verb of one request"):
        AsyncGraphClient("t").dry_run(verb)


def test_a_verb_that_was_called_already_is_refused_without_a_warning():
    graph = AsyncGraphClient("t")
    job = graph.service_principals["p"].synchronization.jobs["j"]
    with pytest.raises(
        TypeError, match="coroutine is the outcome of a call; pass the verb without calling it"
    ):
        graph.batch().add(job.start())
    gc.collect()  # a coroutine that was never awaited would warn now, and warnings are errors


async def test_a_plain_with_is_refused():
    wanted = "AsyncGraphClient is closed by `async with`; GraphClient is for `with`"
    with pytest.raises(TypeError, match=wanted), AsyncGraphClient("t"):
        pass
    with pytest.raises(
        TypeError, match="GraphClient is closed by `with`; AsyncGraphClient is for `async with`"
    ):
        async with GraphClient("t"):
            pass


async def test_what_a_verb_returns_is_a_coroutine_as_any_task_wants_it():
    transport = httpx.MockTransport(lambda _: httpx.Response(204))
    job = (
        AsyncGraphClient("t", transport=transport).service_principals["p"].synchronization.jobs["j"]
    )
    assert inspect.iscoroutinefunction(job.start)
    assert await asyncio.create_task(job.start()) is None


async def test_a_slow_credential_does_not_hold_up_the_loop():
    import threading

    go = threading.Event()

    def token() -> str:
        assert go.wait(10)
        return "t"

    graph = AsyncGraphClient(
        token, transport=httpx.MockTransport(lambda _: httpx.Response(200, json={}))
    )
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
