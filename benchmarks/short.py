"""Short programs: one piece of work after one get, in a process that has done nothing else.

What is imported and looked up for the first time is part of it, as it is in a script.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from tempfile import TemporaryDirectory

from benchmarks.rounds import Timing, ask, talking


def short_programs(
    kind: str, origin: str, names: tuple[str, ...], *, rounds: int
) -> dict[str, Timing]:
    """Run clients in turns, a fresh process each time, from compiled modules as an installation
    has them.
    """
    timings = {name: Timing() for name in names}
    with TemporaryDirectory() as compiled:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for at in range(-1, rounds):  # the first round compiles
            for name, timing in timings.items():
                measured = _work(kind, origin, name, environment)
                if at >= 0:
                    timing.wall.append(measured["wall"])
                    timing.cpu.append(measured["cpu"])
    return timings


def _work(kind: str, origin: str, name: str, environment: Mapping[str, str]) -> dict[str, float]:
    with talking([sys.executable, "-m", "benchmarks.worker", name, origin], environment) as worker:
        ask(worker, "get 1")
        return ask(worker, f"{kind} 1")
