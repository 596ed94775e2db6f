"""Iterate over 10,000 pages: `python -m benchmarks.endless ORIGIN` prints the memory on the way,
in MB.
"""

from __future__ import annotations

import json
import resource
import sys

from graphsync import GraphClient


def main(origin: str) -> None:
    """Print the peak after each tenth of the way; what does not grow is flat."""
    peaks: list[float] = []
    with GraphClient("a-token", endpoint=f"{origin}/v1.0") as graph:
        jobs = graph.service_principals["endless"].synchronization.jobs
        for number, page in enumerate(jobs.pages(), start=1):
            for job in page.items:
                _ = job.id, job.status
            if number % 1000 == 0:
                peaks.append(round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1))
    print(json.dumps(peaks))


if __name__ == "__main__":
    main(sys.argv[1])
