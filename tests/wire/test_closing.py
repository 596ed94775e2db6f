"""`close()` ends what is under way at once, whatever it waits for, with `ClientClosed`."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor, wait

import pytest

from graphsync import AsyncGraphClient, GraphClient, RetryPolicy
from graphsync.errors import ClientClosed

# Waits of the client are far longer than the test may take.
LONG = 300.0


@pytest.fixture
def hanging(raw):
    """Take requests and never answer."""
    hold = threading.Event()
    server = raw(lambda _request, _connection: hold.wait(LONG) and None)
    yield server
    hold.set()


def until(condition) -> None:
    while not condition():
        time.sleep(0.01)


def closed_while(graph, calls, started) -> list[BaseException | None]:
    with ThreadPoolExecutor(len(calls)) as pool:
        futures = [pool.submit(call) for call in calls]
        until(started)
        graph.close()
        _, pending = wait(futures, timeout=60)
        assert not pending
        return [future.exception() for future in futures]


def test_threads_that_wait_for_an_answer(hanging):
    graph = GraphClient("token", endpoint=hanging.url, timeout=LONG)
    calls = [lambda: graph.request("POST", "/x")] * 8
    errors = closed_while(graph, calls, lambda: len(hanging.requests) == 8)
    assert {type(error) for error in errors} == {ClientClosed}
    assert all("may have done it" in str(error) for error in errors)
    assert len(hanging.requests) == 8


def test_threads_that_wait_for_a_free_connection(hanging):
    graph = GraphClient("token", endpoint=hanging.url, timeout=LONG)
    calls = [lambda: graph.request("GET", "/x")] * 115  # of which 100 can be under way
    errors = closed_while(graph, calls, lambda: len(hanging.requests) == 100)
    assert {type(error) for error in errors} == {ClientClosed}
    assert len(hanging.requests) == 100


def test_threads_that_wait_to_repeat(raw, make_reply):
    server = raw(make_reply(b"", "429 Slow", f"retry-after: {LONG / 2:.0f}"))
    graph = GraphClient("token", endpoint=server.url, timeout=LONG)
    errors = closed_while(
        graph, [lambda: graph.request("GET", "/x")] * 4, lambda: len(server.requests) == 4
    )
    assert {type(error) for error in errors} == {ClientClosed}
    assert len(server.requests) == 4


def test_threads_that_wait_for_another_ones_sign_in(raw):
    asked, go_on = threading.Event(), threading.Event()

    class Slow:
        def get_token(self, *_scopes, **_):
            asked.set()
            go_on.wait(LONG)
            raise AssertionError("asked again") if go_on.is_set() else RuntimeError

    server = raw()
    graph = GraphClient(Slow(), endpoint=server.url, timeout=LONG)
    with ThreadPoolExecutor(1) as first, ThreadPoolExecutor(4) as others:
        signing_in = first.submit(graph.request, "GET", "/x")
        assert asked.wait(10)
        waiting = [others.submit(graph.request, "GET", "/x") for _ in range(4)]
        time.sleep(0.1)
        graph.close()
        _, pending = wait(waiting, timeout=60)
        go_on.set()
        assert not pending
        assert {type(one.exception()) for one in waiting} == {ClientClosed}
        assert signing_in.exception() is not None
    assert server.requests == []


def test_threads_in_a_handshake():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        graph = GraphClient(
            "token",
            endpoint=f"https://127.0.0.1:{listener.getsockname()[1]}/v1.0",
            timeout=LONG,
            retry=RetryPolicy(attempts=1),
        )
        accepted = []

        def begun():
            if not accepted:
                connection, _ = listener.accept()
                accepted.append(connection)
                connection.recv(1)  # the first byte of the handshake
            return True

        (error,) = closed_while(graph, [lambda: graph.request("GET", "/x")], begun)
        accepted[0].close()
    assert isinstance(error, ClientClosed)


def test_a_batch_that_waits_to_repeat(raw, make_reply):
    import json

    throttled = {
        "responses": [
            {"id": "1", "status": 429, "headers": {"Retry-After": f"{LONG / 2:.0f}"}, "body": {}}
        ]
    }
    server = raw(make_reply(json.dumps(throttled).encode()))
    graph = GraphClient("token", endpoint=server.url, timeout=LONG)
    batch = graph.batch()
    batch.add(graph.service_principals["p"].synchronization.jobs["j"].start)
    (error,) = closed_while(graph, [batch.send], lambda: len(server.requests) == 1)
    assert isinstance(error, ClientClosed)


def test_tasks(hanging, raw, make_reply):
    throttling = raw(make_reply(b"", "429 Slow", f"retry-after: {LONG / 2:.0f}"))

    async def main():
        graphs = [
            AsyncGraphClient("token", endpoint=server.url, timeout=LONG)
            for server in (hanging, throttling)
        ]
        tasks = [
            asyncio.create_task(graph.request("GET", "/x")) for graph in graphs for _ in range(8)
        ]
        while len(hanging.requests) < 8 or len(throttling.requests) < 8:  # noqa: ASYNC110  # servers are threads
            await asyncio.sleep(0.01)
        for graph in graphs:
            await graph.close()
        _, pending = await asyncio.wait(tasks, timeout=60)
        assert not pending
        return {type(task.exception()) for task in tasks}

    assert asyncio.run(main()) == {ClientClosed}


def test_a_task_that_is_cancelled_is_cancelled_all_the_same(hanging):
    async def main():
        async with AsyncGraphClient("token", endpoint=hanging.url, timeout=LONG) as graph:
            task = asyncio.create_task(graph.request("GET", "/x"))
            while not hanging.requests:  # noqa: ASYNC110  # the server is a thread
                await asyncio.sleep(0.01)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    asyncio.run(main())
