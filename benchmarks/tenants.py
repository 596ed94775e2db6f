"""The fleets of many tenants in one process: `python -m benchmarks.tenants` prints requests a
second, memory and the share of one core.

Each line is a process of its own, beside a server that answers after 80 ms over TLS.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import resource
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from ssl import SSLContext, create_default_context

from benchmarks.rounds import talking
from graphsync import GraphClient, fleet_of
from graphsync.aio import AsyncGraphClient
from graphsync.aio import fleet_of as async_fleet_of

# How: client, tenants, how many at a time, and whether clients are made in turn or all beforehand.
LINES = (
    ("sync", 200, 16, "in turn"),
    ("sync", 200, 64, "in turn"),
    ("async", 200, 16, "in turn"),
    ("async", 200, 64, "in turn"),
    ("async", 200, 64, "beforehand"),
    ("async", 800, 64, "in turn"),
)


def _addresses(origin: str, tenants: int) -> dict[str, str]:
    return {f"tenant {at}": f"{origin}/t{at}/v1.0" for at in range(tenants)}


def sync(origin: str, tenants: int, workers: int, context: SSLContext, made: str) -> list[int]:
    """Read all rows; return how many jobs there are, and how many requests that took."""
    requests: list[object] = []
    hooks = {"request": [requests.append]}

    def client(url: str) -> GraphClient:
        return GraphClient("t", endpoint=url, verify=context, event_hooks=hooks)

    addresses = _addresses(origin, tenants)
    clients = {
        name: client(url) if made == "beforehand" else partial(client, url)
        for name, url in addresses.items()
    }
    with fleet_of(clients, workers=workers) as rows:
        return [sum(row.job_id is not None for row in rows), len(requests)]


async def asynchronous(
    origin: str, tenants: int, workers: int, context: SSLContext, made: str
) -> list[int]:
    """Do the same with the asynchronous client."""
    requests: list[object] = []

    async def seen(request: object) -> None:
        requests.append(request)

    def client(url: str) -> AsyncGraphClient:
        hooks = {"request": [seen]}
        return AsyncGraphClient("t", endpoint=url, verify=context, event_hooks=hooks)

    clients = {
        name: client(url) if made == "beforehand" else partial(client, url)
        for name, url in _addresses(origin, tenants).items()
    }
    jobs = 0
    async with async_fleet_of(clients, workers=workers) as rows:
        async for row in rows:
            jobs += row.job_id is not None
    return [jobs, len(requests)]


def measure(origin: str, ca_file: str, kind: str, tenants: int, workers: int, made: str) -> None:
    """Print the figures of one line as JSON."""
    # One for all clients: each of their own would load the authorities again.
    context = create_default_context(cafile=ca_file)
    begun, used = time.perf_counter(), time.process_time()
    if kind == "sync":
        found = sync(origin, tenants, workers, context, made)
    else:
        found = asyncio.run(asynchronous(origin, tenants, workers, context, made))
    seconds, processor = time.perf_counter() - begun, time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([*found, seconds, processor, peak]))


def main() -> None:
    """Measure each line and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.tenants")
    parser.add_argument("--quick", action="store_true", help="a tenth of the tenants")
    share = 10 if parser.parse_args().quick else 1
    print(
        "| client | tenants | at a time | jobs | requests | seconds | requests a second | share of a core | requests a second of a whole core | peak MB |"
    )
    print("|---" * 10 + "|")
    with (
        tempfile.TemporaryDirectory() as folder,
        talking([sys.executable, "-m", "benchmarks.tenants_server", folder]) as process,
    ):
        assert process.stdout is not None
        origin = process.stdout.readline().strip()
        for kind, tenants, workers, made in LINES:
            words = (
                origin,
                str(Path(folder) / "ca.pem"),
                kind,
                str(tenants // share),
                str(workers),
                made,
            )
            done = subprocess.run(
                [sys.executable, "-m", "benchmarks.tenants", *words],
                check=True,
                capture_output=True,
                text=True,
            )
            jobs, requests, seconds, processor, peak = json.loads(done.stdout)
            name = f"{kind}, made {made}"
            print(
                f"| {name} | {tenants // share} | {workers} | {jobs} | {requests} | {seconds:.1f} |"
                f" {requests / seconds:.0f} | {processor / seconds:.0%} |"
                f" {requests / processor:.0f} | {peak:.0f} |",
                flush=True,
            )


if __name__ == "__main__":
    if len(sys.argv) == 7:
        at, ca, how, many, together, one = sys.argv[1:]
        measure(at, ca, how, int(many), int(together), one)
    else:
        main()
