"""One client for many threads, tasks and event loops."""

from __future__ import annotations

import asyncio
import gc
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from graphsync import AsyncGraphClient, GraphClient
from graphsync.emulator import SCIM_JOB_ID, SCIM_PRINCIPAL_ID


async def arrived(server, count: int) -> None:
    while len(server.requests) < count:  # noqa: ASYNC110  # the server is a thread, not part of this loop
        await asyncio.sleep(0.01)


def test_threads_share_a_client(local_graph):
    asked = []

    def token() -> str:
        asked.append(threading.get_ident())
        return "token"

    with GraphClient(token, endpoint=local_graph.url) as graph:
        job = graph.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs[SCIM_JOB_ID]

        def work(number: int) -> str:
            if number % 3 == 0:
                return graph.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs.list()[0].id
            if number % 3 == 1:
                return (
                    graph.with_options(timeout=30)
                    .service_principals[SCIM_PRINCIPAL_ID]
                    .synchronization.jobs[SCIM_JOB_ID]
                    .get()
                    .id
                )
            return job.get().id

        with ThreadPoolExecutor(16) as pool:
            assert set(pool.map(work, range(300))) == {SCIM_JOB_ID}
    assert len(asked) == 300


def test_tasks_share_a_client(local_graph):
    async def main() -> None:
        async with AsyncGraphClient("token", endpoint=local_graph.url) as graph:
            sync = graph.service_principals[SCIM_PRINCIPAL_ID].synchronization
            answers = await asyncio.gather(*(sync.jobs[SCIM_JOB_ID].get() for _ in range(300)))
            assert {job.id for job in answers} == {SCIM_JOB_ID}

    asyncio.run(main())


def test_a_credential_is_asked_by_one_at_a_time(local_graph):
    import time

    class Slow:
        running = most = asked = 0

        def get_token(self, *scopes, **_):
            from azure.core.credentials import AccessToken

            Slow.running += 1
            Slow.most = max(Slow.most, Slow.running)
            Slow.asked += 1
            time.sleep(0.05)
            Slow.running -= 1
            return AccessToken("token", int(time.time()) + 3600)

    with GraphClient(Slow(), endpoint=local_graph.url) as graph, ThreadPoolExecutor(8) as pool:
        list(
            pool.map(
                lambda _: graph.request(
                    "GET", f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization/jobs"
                ),
                range(16),
            )
        )
    assert (Slow.asked, Slow.most) == (1, 1)

    async def main() -> None:
        async with AsyncGraphClient(Slow(), endpoint=local_graph.url) as graph:
            sync = graph.service_principals[SCIM_PRINCIPAL_ID].synchronization
            await asyncio.gather(*(sync.jobs.first() for _ in range(16)))

    asyncio.run(main())
    assert (Slow.asked, Slow.most) == (2, 1)


@pytest.mark.filterwarnings("error")
def test_a_client_lives_through_several_event_loops(local_graph):
    graph = AsyncGraphClient("token", endpoint=local_graph.url)
    sync = graph.service_principals[SCIM_PRINCIPAL_ID].synchronization

    async def first() -> str | None:
        job = await sync.jobs.first()
        return None if job is None else job.id

    for _ in range(3):
        assert asyncio.run(first()) is not None
        gc.collect()  # connections left open would warn here

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(lambda _: asyncio.run(first()), range(8)))
    asyncio.run(graph.close())
    gc.collect()


def test_cancelling_leaves_nothing_behind(local_graph, raw, make_reply):
    hold = threading.Event()

    def answer(_request, _connection):
        hold.wait(5)
        return make_reply()

    server = raw(answer)

    async def main() -> None:
        graph = AsyncGraphClient("token", endpoint=server.url)
        tasks = [asyncio.create_task(graph.request("GET", "/x")) for _ in range(5)]
        await arrived(server, 5)
        for task in tasks:
            task.cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        assert all(isinstance(result, asyncio.CancelledError) for result in results)
        hold.set()
        assert await graph.request("GET", "/x") == {}
        await graph.close()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        assert not others

    asyncio.run(main())
    gc.collect()


def test_cancelling_while_waiting_to_repeat(raw, make_reply):
    server = raw(make_reply(b"", "429 Slow", "retry-after: 30"))

    async def main() -> None:
        graph = AsyncGraphClient("token", endpoint=server.url)
        task = asyncio.create_task(graph.request("GET", "/x"))
        await arrived(server, 1)
        await asyncio.sleep(0.05)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await graph.close()

    asyncio.run(main())
    assert len(server.requests) == 1
