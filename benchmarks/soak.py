"""A long run: many small requests and a day of token renewals, and what is left of memory, sockets
and threads.

`make soak` does a million requests; `REQUESTS=20000` shortens it. The clock that tokens are judged
by is moved on, so that 24 hours pass in minutes.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

from attrs import frozen
from azure.core.credentials import AccessToken

from benchmarks.rounds import server
from benchmarks.server import JOB, PRINCIPAL
from graphsync import AsyncGraphClient, GraphClient

DAY = 24 * 3600.0
LIFETIME = 3600
AT_ONCE = 20
SHARES = 10


class Hourly:
    """A source of tokens that last an hour of the shifted clock, which counts them."""

    def __init__(self) -> None:
        self.given = 0

    def get_token(self, *_: str, **__: object) -> AccessToken:
        self.given += 1
        return AccessToken(f"token-{self.given}", int(time.time()) + LIFETIME)


class Shifted:
    """The time of day, moved on by a share of a day at each tenth of the run."""

    def __init__(self) -> None:
        self.shift = 0.0
        self._real: Callable[[], float] = time.time

    def __call__(self) -> float:
        return self._real() + self.shift


@frozen
class Standing:
    """What a process holds."""

    memory: float
    sockets: int
    threads: int

    @classmethod
    def now(cls) -> Standing:
        gc.collect()
        status = Path("/proc/self/status").read_text(encoding="utf-8")
        resident = int(status.partition("VmRSS:")[2].split()[0]) / 1024
        sockets = sum("socket:" in _target(entry) for entry in Path("/proc/self/fd").iterdir())
        return cls(round(resident, 1), sockets, threading.active_count())


def _target(entry: Path) -> str:
    try:
        return str(entry.readlink())
    except FileNotFoundError:  # the descriptor that lists them
        return ""


def _sync(origin: str, requests: int, clock: Shifted) -> int:
    credential = Hourly()
    with GraphClient(credential, endpoint=f"{origin}/v1.0") as graph:
        job = graph.service_principals[PRINCIPAL].synchronization.jobs[JOB]
        for number in range(requests):
            clock.shift = DAY * number / requests
            _ = job.get().id
    return credential.given


async def _async(origin: str, requests: int, clock: Shifted) -> int:
    credential = Hourly()
    async with AsyncGraphClient(credential, endpoint=f"{origin}/v1.0") as graph:
        jobs = graph.service_principals[PRINCIPAL].synchronization.jobs

        async def some(first: int) -> None:
            for number in range(first, requests, AT_ONCE):
                clock.shift = DAY * number / requests
                _ = (await jobs[JOB].get()).id

        await asyncio.gather(*(some(first) for first in range(AT_ONCE)))
    return credential.given


def main() -> int:
    """Run, print where things stand after each share, and return 1 where something grew."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak")
    parser.add_argument("--requests", type=int, default=1_000_000)
    requests = parser.parse_args().requests
    share = max(AT_ONCE, requests // (2 * SHARES))
    clock = Shifted()
    standings: list[Standing] = []
    tokens = 0
    with server() as origin, patch("time.time", clock):
        for number in range(SHARES):
            tokens += _sync(origin, share, clock)
            tokens += asyncio.run(_async(origin, share, clock))
            standings.append(Standing.now())
            done = (number + 1) * share * 2
            print(f"{done:>9,} requests, {tokens:>4} tokens: {standings[-1]}", flush=True)
    first, last = standings[1], standings[-1]
    grown = last.memory - first.memory
    print(
        f"since the second tenth: memory {grown:+.1f} MB, sockets {last.sockets - first.sockets:+},"
        f" threads {last.threads - first.threads:+}"
    )
    return int(grown > 4 or last.sockets > first.sockets or last.threads > first.threads)


if __name__ == "__main__":
    sys.exit(main())
