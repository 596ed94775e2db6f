"""What a running tenant consists of: its data, its clock, its choices and the engine that works
on it.
"""

import random
import threading
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

from graphsync.emulator.clock import Clock
from graphsync.emulator.engine.engine import Engine
from graphsync.emulator.engine.lifecycle import Lifecycle
from graphsync.emulator.switches import Switches
from graphsync.emulator.targets.reach import Reach
from graphsync.emulator.tenant.tenant import Tenant


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The parts of one running tenant.

    `lock` guards all of them: hold it while you read or change any.
    """

    tenant: Tenant
    clock: Clock
    switches: Switches
    random: random.Random
    engine: Engine
    lifecycle: Lifecycle
    lock: AbstractContextManager[object] = field(default_factory=threading.RLock)

    def disown(self, why: str) -> None:
        """Refuse every later use with a RuntimeError that says why."""
        # The lock may be held by a thread that does not exist in a forked child.
        object.__setattr__(self, "lock", _Refusal(why))

    def advance(self, seconds: float) -> float:
        """Move the clock forward and store the new time; `catch_up` then does what is due."""
        now = self.clock.advance(seconds)
        self.tenant.table("tenant")["clock"] = {"now": now}
        return now

    def catch_up(self, budget: float | None = None) -> bool:
        """Do what is due, for at most `budget` real seconds.

        Return whether nothing is left to do.
        """
        now = self.clock.now()
        return not self.engine.is_behind(now) or self.engine.catch_up(now, budget)


class _Refusal:
    """A lock that nobody gets."""

    def __init__(self, why: str) -> None:
        self._why = why

    def __enter__(self) -> object:
        raise RuntimeError(self._why)

    def __exit__(self, *_details: object) -> None:
        """Do nothing: it is never entered."""


def assemble(tenant: Tenant, clock: Clock, switches: Switches, reach: Reach) -> State:
    """Build the state of a tenant."""
    chance = _chance(tenant, switches.random_seed)
    engine = Engine(tenant, switches, chance, reach)
    return State(
        tenant=tenant,
        clock=clock,
        switches=switches,
        random=chance,
        engine=engine,
        lifecycle=Lifecycle(tenant, switches, engine),
    )


def _chance(tenant: Tenant, seed: int | None) -> random.Random:
    """Return the source of ids and chances.

    A tenant that is opened again must not repeat its ids.
    """
    runs = int(tenant.table("tenant").get("runs", {}).get("number", 0)) + 1
    tenant.table("tenant")["runs"] = {"number": runs}
    # Nothing that is drawn from it is a secret.
    return random.Random(None if seed is None else f"{seed}/{runs}")  # noqa: S311
