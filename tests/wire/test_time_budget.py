"""`timeout=` is the time of a whole call in both clients, however a server spends it.

Each server goes on for several times the budget and then answers well: a client that waits that long returns a result,
and the test fails without looking at a clock.
"""

from __future__ import annotations

import asyncio
import socket
import time

import pytest

from graphsync import AsyncGraphClient, GraphClient, RetryPolicy, Timeouts
from graphsync.errors import TimedOut

ONCE = RetryPolicy(attempts=1)
BUDGET = 0.4
LONG = 6 * BUDGET


@pytest.fixture(params=["sync", "async"])
def send(request):
    def sync_send(url, method="GET", json=None, **options):
        with GraphClient("token", endpoint=url, retry=ONCE, **options) as graph:
            return graph.request(method, "/x", json=json)

    def async_send(url, method="GET", json=None, **options):
        async def main():
            async with AsyncGraphClient("token", endpoint=url, retry=ONCE, **options) as graph:
                return await graph.request(method, "/x", json=json)

        return asyncio.run(main())

    return sync_send if request.param == "sync" else async_send


def dripping_headers(connection):
    for letter in b"HTTP/1.1 200 OK\r\nx-drip: " + b"a" * 30:
        connection.sendall(bytes([letter]))
        time.sleep(LONG / 50)
    connection.sendall(b"\r\ncontent-length: 2\r\n\r\n{}")


def interim_answers(pause):
    def answer(connection):
        end = time.monotonic() + LONG
        while time.monotonic() < end:
            connection.sendall(b"HTTP/1.1 102 Processing\r\n\r\n")
            time.sleep(pause)
        connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}")

    return answer


def dripping_body(connection):
    connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 52\r\n\r\n")
    for letter in b"{" + b" " * 50 + b"}":
        connection.sendall(bytes([letter]))
        time.sleep(LONG / 50)


@pytest.mark.parametrize(
    "behave",
    [dripping_headers, interim_answers(0.0), interim_answers(0.1), dripping_body],
    ids=["headers in drops", "flood of 1xx", "a 1xx now and then", "body in drops"],
)
def test_an_answer_in_drops_ends_with_the_budget(raw, send, behave):
    server = raw(lambda _request, connection: behave(connection))
    with pytest.raises(TimedOut) as failure:
        send(server.url, timeout=BUDGET)
    assert failure.value.sent
    # The same server satisfies a client with more time.
    assert send(server.url, timeout=20 * LONG) == {}


def test_phases_longer_than_the_budget_change_nothing(raw, send):
    server = raw(lambda _request, connection: dripping_headers(connection))
    with pytest.raises(TimedOut):
        send(server.url, timeout=Timeouts(read=60, total=BUDGET))


def test_a_body_that_is_taken_slowly_ends_with_the_budget(send):
    """The server reads a little now and then: each wait to send is short, all of them are long."""
    import threading

    listener = socket.create_server(("127.0.0.1", 0))
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    size, done = 8_000_000, threading.Event()

    def serve():
        connection, _ = listener.accept()
        with connection:
            taken = 0
            while taken < size and not done.is_set():
                part = connection.recv(64 * 1024)
                if not part:
                    return
                taken += len(part)
                time.sleep(0.03)
            connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}")

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    with pytest.raises(TimedOut):
        send(
            f"http://127.0.0.1:{listener.getsockname()[1]}/v1.0", "POST", "x" * size, timeout=BUDGET
        )
    done.set()
    listener.close()
    thread.join()


def test_a_handshake_that_never_ends_is_in_the_budget(send):
    with socket.create_server(("127.0.0.1", 0)) as listener, pytest.raises(TimedOut):
        send(
            f"https://127.0.0.1:{listener.getsockname()[1]}/v1.0",
            timeout=Timeouts(connect=60, total=BUDGET),
        )


def test_every_address_of_a_host_shares_the_budget(monkeypatch, send):
    """A host with many addresses, none of which answers, takes no longer than one."""
    import httpcore

    tried = []

    def connect(self, host, port, timeout=None, local_address=None, socket_options=None):
        tried.append(host)
        time.sleep(BUDGET / 2)
        raise httpcore.ConnectTimeout

    async def connect_async(
        self, host, port, timeout=None, local_address=None, socket_options=None
    ):
        tried.append(host)
        await asyncio.sleep(LONG)
        raise httpcore.ConnectTimeout

    found = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (f"192.0.2.{last}", 443))
        for last in range(1, 200)
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    monkeypatch.setattr(httpcore.AnyIOBackend, "connect_tcp", connect_async)
    with pytest.raises(TimedOut) as failure:
        send("https://graph.contoso.com/v1.0", timeout=BUDGET)
    assert len(tried) <= 3
    assert isinstance(failure.value, TimedOut)


def test_a_thread_that_waits_for_another_ones_sign_in_waits_for_its_own_budget(raw):
    import threading

    asked, go_on = threading.Event(), threading.Event()

    class Slow:
        def get_token(self, *_scopes, **_):
            from azure.core.credentials import AccessToken

            asked.set()
            go_on.wait(30)
            return AccessToken("token", int(time.time()) + 3600)

    server = raw()
    with GraphClient(Slow(), endpoint=server.url, timeout=60) as graph:
        thread = threading.Thread(target=graph.request, args=("GET", "/x"))
        thread.start()
        assert asked.wait(10)
        with pytest.raises(TimedOut) as failure:
            graph.with_options(timeout=BUDGET).request("GET", "/y")
        assert not failure.value.sent
        go_on.set()
        thread.join()
    assert len(server.requests) == 1
