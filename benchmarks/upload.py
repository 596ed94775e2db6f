"""An upload of 100,000 records: `python -m benchmarks.upload` prints requests, memory, the size of
the journal, and how long it takes on the service's clock.

Each line is a process of its own, beside a service in another. The client's pauses move the clock
of the service, so that hours pass in minutes.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from benchmarks.rounds import talking
from graphsync import GraphClient
from graphsync._sync.inbound import upload_time
from graphsync._sync.native import Calls
from graphsync._sync.transport import transport
from graphsync.emulator import INBOUND_JOB_ID, INBOUND_PRINCIPAL_ID
from graphsync.inbound import Outcome

SIZES = (10_000, 100_000)


class Moved:
    """The module `time`, moved by pauses, which move the service's clock as far."""

    def __init__(self, url: str) -> None:
        self._advance = f"{url.removesuffix('/v1.0')}/_emulator/advance"
        self.seconds = 0.0

    def pause(self, seconds: float) -> None:
        self.seconds += seconds
        body = json.dumps({"seconds": seconds}).encode()
        request = urllib.request.Request(
            self._advance, body, {"content-type": "application/json"}, method="POST"
        )
        with urllib.request.urlopen(request):
            pass

    def monotonic(self) -> float:
        return time.monotonic() + self.seconds


def people(count: int) -> Iterator[dict[str, object]]:
    """Yield so many records of 300 bytes, one at a time."""
    for number in range(count):
        yield {
            "externalId": f"E{number}",
            "userName": f"person{number}@contoso.com",
            "displayName": f"Person {number}",
            "name": {"givenName": "Person", "familyName": str(number)},
            "department": f"Department {number % 40}",
            "active": True,
        }


def measure(url: str, records: int, journal: Path) -> None:
    """Upload, and print the figures as JSON."""
    clock = Moved(url)
    Calls.sleep = lambda _calls, seconds: clock.pause(seconds)  # type: ignore[method-assign]
    upload_time.time = transport.time = clock  # type: ignore[attr-defined]
    requests: list[str] = []
    hooks = {"request": [lambda request: requests.append(request.url.path)]}
    begun, used = time.monotonic(), time.process_time()
    with GraphClient("t", endpoint=url, event_hooks=hooks) as graph:
        job = graph.service_principals[INBOUND_PRINCIPAL_ID].synchronization.jobs[INBOUND_JOB_ID]
        report = job.upload(people(records), journal=journal, check=False, timeout=None)
    uploads = sum(path.endswith("/bulkUpload") for path in requests)
    print(
        json.dumps(
            {
                "created": report.counts.get(Outcome.CREATED, 0),
                "uploads": uploads,
                "others": len(requests) - uploads,
                "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                "journal": sum(
                    one.stat().st_size for one in journal.parent.glob(f"{journal.name}*")
                )
                / 1e6,
                "clock": clock.seconds + time.monotonic() - begun,
                "processor": time.process_time() - used,
            }
        )
    )


def main() -> None:
    """Upload each number of records to a service of its own, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.upload")
    parser.add_argument("--records", type=int, nargs="*", default=SIZES)
    print(
        "| records | created | uploads | other requests | peak MB | journal MB"
        " | minutes on the service's clock | s of processor |"
    )
    print("|---" * 8 + "|")
    peaks: list[float] = []
    for records in parser.parse_args().records:
        with (
            tempfile.TemporaryDirectory() as folder,
            talking([sys.executable, "-m", "benchmarks.upload_server"]) as process,
        ):
            assert process.stdout is not None
            url = process.stdout.readline().strip()
            journal = Path(folder) / "hr.sqlite"
            done = subprocess.run(
                [sys.executable, "-m", "benchmarks.upload", url, str(records), str(journal)],
                check=True,
                stdout=subprocess.PIPE,
                text=True,
            )
        seen = json.loads(done.stdout)
        peaks.append(seen["peak"])
        print(
            f"| {records:,} | {seen['created']:,} | {seen['uploads']:,} | {seen['others']:,} |"
            f" {seen['peak']:.1f} | {seen['journal']:.1f} | {seen['clock'] / 60:.0f} |"
            f" {seen['processor']:.0f} |",
            flush=True,
        )
    print(f"\npeak memory of the last line to the first: {peaks[-1] / peaks[0]:.2f}")


if __name__ == "__main__":
    if len(sys.argv) == 4 and sys.argv[1].startswith("http"):
        measure(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
    else:
        main()
