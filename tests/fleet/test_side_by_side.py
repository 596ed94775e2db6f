"""Four requests at a time, in both twins, and the first error ends the sweep."""

from __future__ import annotations

import threading

import anyio
import httpx
import pytest

from graphsync import AsyncGraphClient, GraphClient
from graphsync._async import native as async_native
from graphsync._sync import native as sync_native
from graphsync.errors import SignInFailed

from .big_tenant import BigTenant

FOUR_REQUESTS = 80


def test_four_requests_are_under_way_at_a_time():
    service, meeting = BigTenant(FOUR_REQUESTS, with_jobs=1), threading.Barrier(4)

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/$batch"):
            meeting.wait(30)  # broken, and an error, where the others do not come
        return service(request)

    with GraphClient("t", transport=httpx.MockTransport(answer)) as graph:
        found = graph.principals_with_jobs().list()
    assert len(found) == FOUR_REQUESTS
    assert not meeting.broken


@pytest.mark.anyio
async def test_four_requests_of_the_asynchronous_client_are_under_way_at_a_time():
    service, waiting, all_here = BigTenant(FOUR_REQUESTS, with_jobs=1), 0, anyio.Event()

    async def answer(request: httpx.Request) -> httpx.Response:
        nonlocal waiting
        if request.url.path.endswith("/$batch"):
            waiting += 1
            if waiting == 4:
                all_here.set()
            with anyio.fail_after(30):
                await all_here.wait()
        return service(request)

    async with AsyncGraphClient("t", transport=httpx.MockTransport(answer)) as graph:
        found = await graph.principals_with_jobs().list()
    assert len(found) == FOUR_REQUESTS


def test_rows_keep_their_order():
    service = BigTenant(FOUR_REQUESTS, with_jobs=1)
    with GraphClient("t", transport=httpx.MockTransport(service)) as graph:
        listed = [one.id for one in graph.service_principals.select("id").top(999)]
        swept = [one.principal.id for one in graph.principals_with_jobs()]
    assert swept == listed


def test_an_error_of_the_program_ends_the_sweep():
    tokens = iter(["t", "t", "t"])

    def sign_in() -> str:
        token = next(tokens, None)
        if token is None:
            raise SignInFailed("signed out")
        return token

    service = BigTenant(FOUR_REQUESTS, with_jobs=1)
    with (
        GraphClient(sign_in, transport=httpx.MockTransport(service)) as graph,
        pytest.raises(SignInFailed, match="signed out"),
    ):
        graph.principals_with_jobs().list()


def test_results_come_in_the_order_of_the_calls():
    seconds = threading.Event()

    def first() -> int:
        seconds.wait(30)
        return 1

    def second() -> int:
        seconds.set()
        return 2

    assert sync_native.together([first, second]) == [1, 2]
    assert sync_native.together([]) == []


def test_an_interruption_in_a_thread_reaches_the_caller():
    def stop() -> int:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sync_native.together([stop, lambda: 2])


@pytest.mark.anyio
async def test_the_first_error_ends_the_other_tasks_and_comes_alone():
    ended: list[bool] = []

    async def long() -> int:
        try:
            await anyio.sleep(60)
        finally:
            ended.append(True)
        return 1

    async def fails() -> int:
        raise LookupError("x")

    with pytest.raises(LookupError, match="x"):
        await async_native.together([long, fails])
    assert ended == [True]
