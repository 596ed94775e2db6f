"""Several tenants side by side, in both twins: none holds up the others, and none is lost."""

from __future__ import annotations

import socket
import threading
from collections import Counter
from collections.abc import Callable, Iterator

import anyio
import httpx
import pytest

from graphsync import AsyncGraphClient, GraphClient, RetryPolicy, aio, fleet_of
from graphsync.fleet import JobState

from .big_tenant import BigTenant

JOBS = 20
NAMES = ("a", "b", "c", "d")


def client(answer: Callable[[httpx.Request], httpx.Response]) -> GraphClient:
    return GraphClient("t", transport=httpx.MockTransport(answer))


@pytest.fixture
def silent() -> Iterator[str]:
    """The address of a server that takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/v1.0"


def test_a_slow_tenant_does_not_hold_up_the_others() -> None:
    service, others_are_done = BigTenant(JOBS), threading.Event()

    def slow(request: httpx.Request) -> httpx.Response:
        assert others_are_done.wait(30)
        return service(request)

    clients = {"slow": client(slow), **{name: client(BigTenant(JOBS)) for name in NAMES}}
    seen: Counter[str | None] = Counter()
    with fleet_of(clients, workers=2) as rows:
        for row in rows:
            seen[row.tenant] += 1
            if seen.total() == JOBS * len(NAMES):
                assert "slow" not in seen
                others_are_done.set()
    assert seen == dict.fromkeys(clients, JOBS)


@pytest.mark.anyio
async def test_a_slow_tenant_does_not_hold_up_the_others_of_the_asynchronous_client() -> None:
    service, others_are_done = BigTenant(JOBS), anyio.Event()

    async def slow(request: httpx.Request) -> httpx.Response:
        with anyio.fail_after(30):
            await others_are_done.wait()
        return service(request)

    clients = {
        name: AsyncGraphClient("t", transport=httpx.MockTransport(answer))
        for name, answer in {"slow": slow, **dict.fromkeys(NAMES, BigTenant(JOBS))}.items()
    }
    seen: Counter[str | None] = Counter()
    async with aio.fleet_of(clients, workers=2) as rows:
        async for row in rows:
            seen[row.tenant] += 1
            if seen.total() == JOBS * len(NAMES):
                assert "slow" not in seen
                others_are_done.set()
    assert seen == dict.fromkeys(clients, JOBS)


def test_a_tenant_that_never_answers_ends_with_its_own_time(silent: str) -> None:
    clients = {
        "silent": GraphClient("t", endpoint=silent, retry=RetryPolicy(attempts=1)),
        "good": client(BigTenant(JOBS)),
    }
    with fleet_of(clients, timeout=0.5, workers=1) as rows:
        found = [*rows]
    (row,) = [one for one in found if one.tenant == "silent"]
    assert (row.state, row.severity) == (JobState.UNREADABLE, "unknown")
    assert row.error is not None
    assert row.error.startswith("TimedOut: ")
    assert sum(one.tenant == "good" for one in found) == JOBS


class Clients:
    """Functions that make clients, and how many clients are open."""

    def __init__(self) -> None:
        self.made: list[GraphClient] = []
        self.most = 0

    def make(self) -> GraphClient:
        self.made.append(client(BigTenant(JOBS)))
        self.most = max(self.most, self.open)
        return self.made[-1]

    @property
    def open(self) -> int:
        return sum(not one.is_closed for one in self.made)


def test_clients_are_made_when_their_turn_comes_and_closed_after_it() -> None:
    clients = Clients()
    with fleet_of({str(number): clients.make for number in range(6)}, workers=2) as rows:
        assert sum(row.job_id is not None for row in rows) == 6 * JOBS
    assert (len(clients.made), clients.open) == (6, 0)
    assert clients.most <= 2


def test_a_client_that_was_given_stays_open() -> None:
    mine = client(BigTenant(JOBS))
    with fleet_of({"mine": mine}) as rows:
        assert len([*rows]) == JOBS
    assert not mine.is_closed


def test_a_client_that_cannot_be_made_is_a_row() -> None:
    def fail() -> GraphClient:
        raise LookupError("the vault has no secret for fabrikam")

    with fleet_of({"fabrikam": fail, "contoso": Clients().make}) as rows:
        found = {row.tenant: row for row in rows}
    assert found["fabrikam"].state is JobState.UNREADABLE
    assert found["fabrikam"].error == "LookupError: the vault has no secret for fabrikam"
    assert found["contoso"].job_id is not None


@pytest.mark.anyio
async def test_leaving_early_closes_what_was_made() -> None:
    made: list[AsyncGraphClient] = []

    def make() -> AsyncGraphClient:
        made.append(AsyncGraphClient("t", transport=httpx.MockTransport(BigTenant(JOBS))))
        return made[-1]

    async with aio.fleet_of({"a": make, "b": make, "c": make}, workers=2) as rows:
        async for _ in rows:
            break
    assert made
    assert all(one.is_closed for one in made)
