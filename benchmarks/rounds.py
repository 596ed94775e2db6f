"""Workers that take turns, and what came of it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from statistics import median
from typing import Any

from attrs import define, field


@define
class Timing:
    """The seconds of each round, by the clock and of the processor, and the process's peak
    memory in MB.
    """

    wall: list[float] = field(factory=list[float])
    cpu: list[float] = field(factory=list[float])
    seen: float = 0
    peak: float = 0


@contextmanager
def talking(
    command: Sequence[str], environment: Mapping[str, str] | None = None
) -> Iterator[subprocess.Popen[str]]:
    """Run a process that reads lines and answers with lines, and ends with its input."""
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        try:
            yield process
        finally:
            assert process.stdin is not None
            process.stdin.close()


def ask(process: subprocess.Popen[str], order: str) -> dict[str, Any]:
    """Send one order and return the answer."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{order}\n")
    process.stdin.flush()
    answer = process.stdout.readline()
    if not answer:
        raise RuntimeError(f"the worker ended at {order!r}")
    measured: dict[str, Any] = json.loads(answer)
    return measured


@contextmanager
def server() -> Iterator[str]:
    """Run the server in a process of its own and yield its origin."""
    with talking([sys.executable, "-m", "benchmarks.server"]) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()


def compare(
    kind: str, origin: str, pythons: Mapping[str, str], *, rounds: int, repeats: int
) -> dict[str, Timing]:
    """Have each client do one kind of work, in turns.

    `pythons` says which interpreter each needs.
    """
    timings = {name: Timing() for name in pythons}
    with ExitStack() as stack:
        workers = {
            name: stack.enter_context(talking([python, "-m", "benchmarks.worker", name, origin]))
            for name, python in pythons.items()
        }
        for worker in workers.values():
            ask(worker, f"{kind} 2")
        for _ in range(rounds):
            for name, worker in workers.items():
                measured = ask(worker, f"{kind} {repeats}")
                timing = timings[name]
                timing.wall.append(measured["wall"] / repeats)
                timing.cpu.append(measured["cpu"] / repeats)
                timing.seen = measured["seen"] / repeats
                timing.peak = measured["peak"]
    return timings


def ratio(these: Sequence[float], those: Sequence[float]) -> float:
    """Return the median of the ratios of paired rounds."""
    return median(mine / theirs for mine, theirs in zip(these, those, strict=True))
