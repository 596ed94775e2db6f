"""The health of several tenants side by side."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable, Mapping
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from functools import partial
from typing import Protocol

from attrs import evolve

from graphsync._async.fleet.fleet import Fleet, unreadable_tenant
from graphsync._async.native import merged, shielded
from graphsync.errors import GraphError
from graphsync.fleet.health import JobHealth
from graphsync.fleet.rules import RULES, Rule


class HasFleet(Protocol):
    """A client."""

    def fleet(
        self,
        *,
        rules: Iterable[Rule],
        credentials: bool,
        reasons: int,
        now: Callable[[], datetime] | None,
        timeout: float | None,
    ) -> Fleet: ...

    async def close(self) -> None: ...


def fleet_of(
    clients: Mapping[str, HasFleet | Callable[[], HasFleet]],
    *,
    rules: Iterable[Rule] = RULES,
    credentials: bool = True,
    reasons: int = 20,
    now: Callable[[], datetime] | None = None,
    timeout: float | None = None,
    workers: int = 16,
) -> AbstractAsyncContextManager[AsyncIterator[JobHealth]]:
    """Read the fleets of several tenants side by side; rows come as they are ready, `tenant` says
    whose.

    `async with fleet_of(clients) as rows:` ends what is under way when the block is left. A tenant
    that cannot be read becomes a row with its error; the others go on.

    Args:
        clients: A client for each tenant, by the name that its rows have; or a function that makes
            one, which is called when the tenant's turn comes. Such a client is closed after its
            tenant, so that memory does not grow with the number of tenants.
        rules: What decides on severities.
        credentials: Whether saved secrets are looked at.
        reasons: For how many jobs of each tenant the logs are asked why objects fail.
        now: The present time, UTC; this machine's clock unless given.
        timeout: Seconds for each tenant, or None for no limit.
        workers: How many tenants are read at the same time.

    """
    if workers < 1:
        raise ValueError(f"workers is {workers}; at least one is needed")
    rules = tuple(rules)

    async def read(
        tenant: str, client: HasFleet | Callable[[], HasFleet]
    ) -> AsyncGenerator[JobHealth]:
        made: HasFleet | None = None
        if callable(client):
            try:
                client = made = client()
            except Exception as error:  # noqa: BLE001  # a user's function; the tenant's row has it
                yield unreadable_tenant(tenant, error, rules)
                return
        try:
            fleet = client.fleet(
                rules=rules, credentials=credentials, reasons=reasons, now=now, timeout=timeout
            )
            async for row in fleet:
                yield evolve(row, tenant=tenant)
        except GraphError as error:
            yield unreadable_tenant(tenant, error, rules)
        finally:
            if made is not None:
                with shielded():
                    await made.close()

    return merged([partial(read, name, client) for name, client in clients.items()], workers)
