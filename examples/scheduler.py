"""Watch the jobs of many tenants from a queue: each tenant is a unit of work, in several processes.

Run it as `huey_consumer examples.scheduler.queue -k process -w 4` with CLIENT_ID, CLIENT_SECRET and
FLEET_FOLDER in the environment, and `python -m examples.scheduler` to see the latest rows. The
folder has `tenants.toml`, with a table for each tenant: its `tenant_id`, and what else the client
takes, such as `endpoint`. Keep the folder to yourself: who can write to it can run code here.

The queue is an SQLite file, which is enough for one machine. For several, put a `RedisHuey` or a
`PostgresHuey` in the place of the `SqliteHuey`; nothing else changes.
"""

from __future__ import annotations

import json
import os
import time
import tomllib
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from graphsync import GraphClient, fleet_of
from graphsync.fleet import JobHealth, JobState, as_dict, write_json_lines

FOLDER = Path(os.environ.get("FLEET_FOLDER", "."))
ROUND = 1800
"""Seconds from one round to the next."""


# Imported by name, because it has no types.
huey: Any = import_module("huey")
queue: Any = huey.SqliteHuey("fleet", filename=str(FOLDER / "queue.sqlite"))
round_begins: Any = huey.crontab(minute=f"*/{ROUND // 60}")
# A tenant that still waits when the next round begins is left to that one.
task = cast("Callable[[Callable[[str], None]], Callable[[str], object]]", queue.task(expires=ROUND))
periodic = cast(
    "Callable[[Callable[[], None]], Callable[[], object]]", queue.periodic_task(round_begins)
)


def tenants() -> dict[str, dict[str, Any]]:  # what the client's options are
    """Return the options of each tenant's client, by its name."""
    return tomllib.loads((FOLDER / "tenants.toml").read_text(encoding="utf-8"))


def connect(tenant: str) -> GraphClient:
    """Return a client of a tenant."""
    options = tenants()[tenant]
    ids = (options.pop("tenant_id"), os.environ["CLIENT_ID"], os.environ["CLIENT_SECRET"])
    return GraphClient.with_credentials(*ids, **options)


@task
def check(tenant: str) -> None:
    """Write the health of a tenant's jobs; a tenant that cannot be read is a row with its error."""
    done = FOLDER / f"{tenant}.jsonl"
    part = done.with_suffix(f".{os.getpid()}")
    with (
        fleet_of({tenant: partial(connect, tenant)}, timeout=ROUND / 2) as rows,
        part.open("w", encoding="utf-8") as file,
    ):
        write_json_lines(rows, file)
    part.replace(done)


@periodic
def check_all() -> None:
    """Queue every tenant."""
    for tenant in tenants():
        check(tenant)


def latest() -> Iterator[dict[str, Any]]:  # rows as JSON
    """Yield the latest rows of all tenants.

    A worker that was killed leaves no result. So a tenant without a recent one is a row too, and
    never missing.
    """
    for tenant in tenants():
        done = FOLDER / f"{tenant}.jsonl"
        age = time.time() - done.stat().st_mtime if done.exists() else None
        if age is not None and age < 2 * ROUND:
            yield from map(json.loads, done.read_text(encoding="utf-8").splitlines())
        else:
            error = "there is no result" if age is None else f"the result is {age:.0f} s old"
            yield as_dict(JobHealth(tenant=tenant, state=JobState.UNREADABLE, error=error))


if __name__ == "__main__":
    for row in latest():
        if row["severity"] != "ok":
            print(
                row["severity"], row["tenant"], row["principal_name"], row["advice"] or row["error"]
            )
