"""What the command's first words cost, beside the import of typer that they stand on.

`python -m benchmarks.command` prints it alone.
"""

from __future__ import annotations

import os
import subprocess
import sys
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.rounds import Timing, ratio

GOAL = 1.3
_PROGRAMS = {
    "typer": ("-c", "import typer"),
    "--version": ("-m", "graphsync", "--version"),
    "--help": ("-m", "graphsync", "--help"),
    "jobs --help": ("-m", "graphsync", "jobs", "--help"),
}


def command_starts(rounds: int) -> dict[str, Timing]:
    """Run the programs in turns, from compiled modules as an installation has them."""
    timings = {name: Timing() for name in _PROGRAMS}
    with TemporaryDirectory() as compiled:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for at in range(-1, rounds):  # the first round compiles
            for name, words in _PROGRAMS.items():
                before, began = os.times(), perf_counter()
                subprocess.run(
                    [sys.executable, *words], check=True, env=environment, stdout=subprocess.DEVNULL
                )
                wall, after = perf_counter() - began, os.times()
                if at >= 0:
                    timings[name].wall.append(wall)
                    timings[name].cpu.append(
                        after.children_user
                        + after.children_system
                        - before.children_user
                        - before.children_system
                    )
    return timings


if __name__ == "__main__":
    found = command_starts(int(sys.argv[1]) if len(sys.argv) > 1 else 21)
    for label, timing in found.items():
        print(
            f"{label:12} {median(timing.wall) * 1000:6.1f} ms"
            f"  x {ratio(timing.wall, found['typer'].wall):.2f}"
        )
