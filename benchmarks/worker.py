"""One client in a process of its own: `python -m benchmarks.worker bare ORIGIN` reads orders and
writes timings.

An order is a line such as `list 5`: do that piece of work five times. The answer is a line of JSON.
"""

from __future__ import annotations

import json
import resource
import sys
from importlib import import_module
from time import perf_counter, process_time


def main(name: str, origin: str) -> None:
    """Work until standard input ends."""
    client = import_module(f"benchmarks.clients.{name}").Client(origin)
    for order in sys.stdin:
        kind, repeats = order.split()
        work = getattr(client, kind)
        wall, cpu = perf_counter(), process_time()
        seen = sum(work() for _ in range(int(repeats)))
        measured = {
            "wall": perf_counter() - wall,
            "cpu": process_time() - cpu,
            "seen": seen,
            "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }
        print(json.dumps(measured), flush=True)
    client.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
