"""A program that uploads a payroll, run by a test as a process of its own that may be killed at any moment.

It kills itself before the SQL statement of a given number, and otherwise waits by moving the local
Graph's clock instead of sleeping.
"""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import sys
import time
import urllib.request
from typing import Any

from graphsync import GraphClient, RetryPolicy
from graphsync._sync.native import Calls


class MovedClock:
    """The module `time`, moved by pauses."""

    def __init__(self, url: str) -> None:
        self._advance = f"{url.removesuffix('/v1.0')}/_emulator/advance"
        self._moved = 0.0

    def sleep(self, _calls: Calls, seconds: float) -> None:
        self._moved += seconds
        body = json.dumps({"seconds": seconds}).encode()
        request = urllib.request.Request(
            self._advance, body, {"content-type": "application/json"}, method="POST"
        )  # localhost
        with urllib.request.urlopen(request, timeout=60):  # as above
            pass

    def monotonic(self) -> float:
        return time.monotonic() + self._moved


def kill_before_statement(number: int) -> None:
    """Have the process killed before its journal's SQL statement of this number."""
    count = 0
    connect = sqlite3.connect

    def connected(*args: Any, **options: Any) -> sqlite3.Connection:
        def see(_statement: str) -> None:
            nonlocal count
            count += 1
            if count == number:
                os.kill(os.getpid(), signal.SIGKILL)

        made = connect(*args, **options)
        made.set_trace_callback(see)
        return made

    sqlite3.connect = connected  # type: ignore[assignment]


def main(url: str, principal: str, job: str, journal: str, records: int, statement: int) -> None:
    """Upload, and print what became of it."""
    from graphsync._sync.inbound import upload_time
    from graphsync._sync.transport import transport

    clock = MovedClock(url)
    Calls.sleep = lambda calls, seconds: clock.sleep(calls, seconds)  # type: ignore[method-assign]
    upload_time.time = transport.time = clock  # type: ignore[attr-defined]
    kill_before_statement(statement)
    people = (
        {
            "externalId": f"E{number}",
            "userName": f"p{number}@contoso.com",
            "displayName": f"P {number}",
            "active": True,
        }
        for number in range(records)
    )
    with GraphClient("token", endpoint=url, retry=RetryPolicy(attempts=1)) as graph:
        bound = graph.service_principals[principal].synchronization.jobs[job]
        report = bound.upload(people, journal=journal, check=False, timeout=None)
    counts = {str(outcome): count for outcome, count in report.counts.items()}
    print(json.dumps({"counts": counts, "again": report.sent_again, "run": report.run}))  # noqa: T201  # for the test


if __name__ == "__main__":
    main(*sys.argv[1:5], int(sys.argv[5]), int(sys.argv[6]))
