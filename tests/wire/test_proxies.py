"""Errors on the way through a proxy name the proxy."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from graphsync import AsyncGraphClient, GraphClient, RetryPolicy
from graphsync.errors import ConnectionFailed, TimedOut

ONCE = RetryPolicy(attempts=1)


def errors(**options: Any) -> Iterator[ConnectionFailed]:
    """Yield the error of each client for one call to Graph."""
    with (
        pytest.raises(ConnectionFailed) as raised,
        GraphClient("token", retry=ONCE, **options) as graph,
    ):
        graph.request("GET", "/users")
    yield raised.value

    async def ask() -> None:
        async with AsyncGraphClient("token", retry=ONCE, **options) as graph:
            await graph.request("GET", "/users")

    with pytest.raises(ConnectionFailed) as raised:
        asyncio.run(ask())
    yield raised.value


@pytest.fixture
def closed_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


def test_a_proxy_that_is_down_is_named_without_its_password(closed_port: int) -> None:
    for error in errors(proxy=f"http://user:hunter2@127.0.0.1:{closed_port}"):
        assert f"the proxy http://127.0.0.1:{closed_port} cannot be reached" in str(error)
        assert "hunter2" not in str(error)
        assert not error.sent


def test_a_proxy_of_the_environment_is_named_as_such(
    closed_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{closed_port}")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    for error in errors():
        assert (
            f"the proxy http://127.0.0.1:{closed_port} (from the environment) cannot be reached"
            in str(error)
        )


@pytest.fixture
def refusing_proxy() -> Iterator[str]:
    """Serve a proxy that asks for a password, which nobody has."""
    server = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:  # closed at the end of the test
                return
            with connection:
                connection.recv(65_536)
                connection.sendall(
                    b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"
                )

    thread = threading.Thread(target=serve)
    thread.start()
    yield f"http://127.0.0.1:{server.getsockname()[1]}"
    server.shutdown(socket.SHUT_RDWR)
    server.close()
    thread.join()


def test_a_proxy_that_refuses_says_so(refusing_proxy: str) -> None:
    for error in errors(proxy=refusing_proxy):
        assert f"the proxy {refusing_proxy} does not let the request through: 407" in str(error)
        assert not error.sent


def test_a_proxy_that_does_not_answer_has_no_blame_for_the_time_after_connecting() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        for error in errors(proxy=f"http://127.0.0.1:{silent.getsockname()[1]}", timeout=0.3):
            assert isinstance(error, TimedOut)
