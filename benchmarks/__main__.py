"""Everything that is measured, with one command: `python -m benchmarks`, or `make bench`."""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from statistics import median

from benchmarks.cold_start import cold_starts
from benchmarks.command import GOAL, command_starts
from benchmarks.rounds import Timing, compare, ratio, server
from benchmarks.short import short_programs
from benchmarks.together import together

# What: the goal as a ratio to the first client, and how often it is done in a round.
WORK = {"list": (1.0, 3), "get": (1.05, 60), "schema": (1.2, 3)}
# The same in a fresh process, after one get: what, with which clients, and the goal.
SHORT = (
    ("list", ("bare", "typed"), 1.1),
    ("schema", ("bare", "typed"), 2.0),
    ("schema", ("bare_async", "typed_async"), 1.7),
)
TITLES = {
    "list": "list 1,000 jobs in 10 pages",
    "get": "get one job",
    "schema": "read and walk a schema of 400 KB",
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument(
        "--peers", action="store_true", help="add msgraph-sdk and Office365-REST-Python-Client"
    )
    arguments = parser.parse_args()
    pythons = {"bare": sys.executable, "typed": sys.executable}
    _print_machine()
    if arguments.peers:
        from benchmarks.peers import environment, versions

        peers = environment()
        pythons |= dict.fromkeys(("msgraph", "office365"), peers)
        print(versions(peers))
    _print("the command, beside `import typer`", GOAL, command_starts(arguments.rounds))
    with server() as origin:
        for kind, (goal, often) in WORK.items():
            repeats = (
                max(1, often // 6) if arguments.peers else often
            )  # one of them needs seconds for a list
            _print(
                TITLES[kind],
                goal,
                compare(kind, origin, pythons, rounds=arguments.rounds, repeats=repeats),
            )
        _print(
            "fresh process: import, client, first page",
            1.15,
            cold_starts(origin, pythons, rounds=arguments.rounds),
        )
        for kind, names, goal in SHORT:
            _print(
                f"fresh process, after one get: {TITLES[kind]}",
                goal,
                short_programs(kind, origin, names, rounds=arguments.rounds),
            )
        print("\n500 async gets, 50 at once, server 80 ms away (goal 1.2 of the possible)")
        seconds = together(origin, rounds=max(3, arguments.rounds // 3))
        possible = seconds["by hand, the possible"]
        for name, each in seconds.items():
            print(f"  {name:24} {median(each):6.2f} s  x {ratio(each, possible):5.2f}")
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.endless", origin],
            check=True,
            capture_output=True,
            text=True,
        )
        print(f"\n10,000 pages, peak MB after each thousand: {json.loads(done.stdout)}")


def _print_machine() -> None:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    print(
        f"{platform.python_implementation()} {platform.python_version()}, {platform.system()},"
        f" {_processor()}"
    )
    print(f"{os.cpu_count()} cores, {memory:.0f} GB, load {os.getloadavg()[0]:.1f}")
    print(
        ", ".join(
            f"{name} {version(name)}"
            for name in ("httpx", "httpcore", "h11", "msgspec", "anyio", "attrs")
        )
    )


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(": ")[2]
    return platform.processor()


def _print(title: str, goal: float, timings: dict[str, Timing]) -> None:
    print(f"\n{title} (goal {goal})")
    first = next(iter(timings.values()))
    for name, timing in timings.items():
        print(
            f"  {name:10} wall {median(timing.wall) * 1000:8.2f} ms x"
            f" {ratio(timing.wall, first.wall):6.2f}   cpu {median(timing.cpu) * 1000:8.2f} ms x"
            f" {ratio(timing.cpu, first.cpu):6.2f}"
            + (f"   peak {timing.peak:4.0f} MB" if timing.peak else "")
        )


if __name__ == "__main__":
    main()
