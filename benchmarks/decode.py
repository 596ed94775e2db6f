"""Decode a page of 100 jobs and read two members of each, against `json.loads` of the page
alone.
"""

from __future__ import annotations

import json
from statistics import median
from time import perf_counter

from benchmarks.jobs import page
from graphsync_client.models.synchronization_job_collection_response import (
    SynchronizationJobCollectionResponse,
)

ROUNDS = 60
REPEATS = 5


def parse(data: bytes) -> None:
    """Parse only."""
    json.loads(data)


def decode(data: bytes) -> None:
    """Parse, wrap, and read the id and the status of every job."""
    jobs = SynchronizationJobCollectionResponse.from_dict(json.loads(data)).value
    for job in jobs or ():
        _ = job.id
        _ = job.status


def main() -> None:
    """Print the median of the ratios of paired rounds."""
    data = page()
    parse(data)
    decode(data)
    ratios: list[float] = []
    for _ in range(ROUNDS):
        began = perf_counter()
        for _ in range(REPEATS):
            parse(data)
        between = perf_counter()
        for _ in range(REPEATS):
            decode(data)
        ratios.append((perf_counter() - between) / (between - began))
    print(f"page of 100 jobs, {len(data):,} bytes")
    print(
        f"decode and read two members / json.loads: median {median(ratios):.2f} of {ROUNDS} rounds"
    )


if __name__ == "__main__":
    main()
