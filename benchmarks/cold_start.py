"""A program's whole life: start Python, import, make a client, read a page, end."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.rounds import Timing
from benchmarks.server import PRINCIPAL

PROGRAMS = ("bare", "typed")


def cold_starts(origin: str, *, rounds: int) -> dict[str, Timing]:
    """Run both programs in turns, from compiled modules as an installation has them."""
    link = f"{origin}/v1.0/servicePrincipals/{PRINCIPAL}/synchronization/jobs"
    timings = {name: Timing() for name in PROGRAMS}
    with TemporaryDirectory() as compiled:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for at in range(-1, rounds):  # the first round compiles
            for name, timing in timings.items():
                before, began = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
                subprocess.run([sys.executable, "-m", f"benchmarks.cold.{name}", link], check=True, env=environment)
                wall, after = perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
                if at >= 0:
                    timing.wall.append(wall)
                    timing.cpu.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return timings
