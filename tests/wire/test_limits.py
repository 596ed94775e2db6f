"""Threads, tasks and clients of one application never pass a limit that the client knows."""

from __future__ import annotations

import asyncio
import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from graphsync import AsyncGraphClient, GraphClient, auth
from graphsync._core.call import rate_limiter
from graphsync._core.call.rate_limiter import RateLimit

SUCCESS = b'{"key": "{\\"result\\": \\"Success\\"}", "value": "{}"}'
LIMIT = RateLimit(20, 0.5)


class Token:
    def get_token(self, *_scopes, **_):
        from azure.core.credentials import AccessToken

        return AccessToken("token", int(time.time()) + 3600)

    def close(self):
        """Nothing to close."""


@pytest.fixture
def counting(raw, make_reply, monkeypatch):
    """Refuse what is too much within any half second; requests and answers take their time on the way."""
    monkeypatch.setitem(rate_limiter.KNOWN_LIMITS, "provision_on_demand", (LIMIT,))
    lock, counted, chance = threading.Lock(), [], random.Random(7)

    def answer(_request, _connection):
        time.sleep(chance.random() * 0.05)
        with lock:
            now = time.monotonic()
            recent = [moment for moment in counted if moment > now - LIMIT.seconds]
            is_refused = len(recent) >= LIMIT.calls
            if not is_refused:
                counted.append(now)
        time.sleep(chance.random() * 0.02)
        return (
            make_reply(b"{}", "429 Slow", "retry-after: 0") if is_refused else make_reply(SUCCESS)
        )

    server = raw(answer)
    server.counted = counted
    return server


def sign_in():
    return auth.Flow("test", lambda _: Token(), ("tenant", "application"))


def test_threads_of_several_clients_are_never_throttled(counting):
    clients = [GraphClient(sign_in(), endpoint=counting.url) for _ in range(3)]

    def call(number):
        jobs = clients[number % 3].service_principals["p"].synchronization.jobs
        jobs["j"].provision_on_demand("r", str(number))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(call, range(200)))
    for client in clients:
        client.close()
    assert len(counting.counted) == 200
    assert len(counting.requests) == 200


def test_tasks_of_several_clients_are_never_throttled(counting):
    async def main():
        clients = [AsyncGraphClient(sign_in(), endpoint=counting.url) for _ in range(3)]

        async def call(number):
            jobs = clients[number % 3].service_principals["p"].synchronization.jobs
            await jobs["j"].provision_on_demand("r", str(number))

        await asyncio.gather(*(call(number) for number in range(200)))
        for client in clients:
            await client.close()

    asyncio.run(main())
    assert len(counting.counted) == 200
    assert len(counting.requests) == 200
