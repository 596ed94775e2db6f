"""A program's whole life: start Python, import, make a client, read a page, end."""

from __future__ import annotations

import os
import resource
import subprocess
from collections.abc import Mapping
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.rounds import Timing
from benchmarks.server import PRINCIPAL


def cold_starts(origin: str, pythons: Mapping[str, str], *, rounds: int) -> dict[str, Timing]:
    """Run the programs in turns, from compiled modules as an installation has them."""
    link = f"{origin}/v1.0/servicePrincipals/{PRINCIPAL}/synchronization/jobs"
    timings = {name: Timing() for name in pythons}
    with TemporaryDirectory() as compiled:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for at in range(-1, rounds):  # the first round compiles
            for name, timing in timings.items():
                before, began = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
                subprocess.run(
                    [pythons[name], "-m", f"benchmarks.cold.{name}", link],
                    check=True,
                    env=environment,
                )
                wall, after = perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
                if at >= 0:
                    timing.wall.append(wall)
                    timing.cpu.append(
                        after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
                    )
    return timings
