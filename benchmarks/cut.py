"""Cut today's full document as text, by parsing all of it, and see what PyYAML's C loader alone
takes to load it.

Each way runs once, in a process of its own: from the unpacked document in memory to the slice in
memory.
"""

from __future__ import annotations

import hashlib
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

import yaml

from generator.cut.cut import Document, cut_by_parsing, cut_by_text
from generator.cut.scope import Scope, load_scope
from generator.cut.slice_format import dump
from generator.fetch.read_source import read_source

SPEC = Path(__file__).parent.parent / "spec"
NAME = "v1.0.yaml.xz"


Way = Callable[[bytes, Scope], Document]

WAYS: dict[str, tuple[str, Way]] = {
    "text": ("cut as text", cut_by_text),
    "parse": ("cut by parsing the whole", cut_by_parsing),
    "load": ("PyYAML's C loader alone", lambda data, _: yaml.load(data, Loader=yaml.CSafeLoader)),
}


def step(way: str, file: Path) -> None:
    """Unpack the document into the file, or cut it one way and print the figures as JSON."""
    if way == "unpack":
        file.write_bytes(
            read_source(str(Path(os.environ["GRAPHSYNC_SPECS"], NAME)), SPEC / "upstream.toml").data
        )
        return
    _, run = WAYS[way]
    data = file.read_bytes()
    scope = load_scope(SPEC / "scope.toml")
    began, cpu = perf_counter(), process_time()
    result = run(data, scope)
    cpu, seconds = process_time() - cpu, perf_counter() - began
    # Linux counts in KiB, macOS in bytes.
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    print(
        json.dumps(
            {
                "seconds": seconds,
                "cpu": cpu,
                "peak": peak,
                "result": hashlib.sha256(dump(result)).hexdigest() if way != "load" else "",
            }
        )
    )


def main() -> None:
    """Print every way's time and peak memory, and the ratio that matters."""
    if not Path(os.environ.get("GRAPHSYNC_SPECS", ""), NAME).is_file():
        print(f"the cut is not measured: GRAPHSYNC_SPECS names no folder with {NAME}")
        return
    figures: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch, "openapi.yaml")

        def run(way: str) -> str:
            # A process starts with the peak of the one that made it, so this one stays small: it
            # unpacks nothing.
            command = [sys.executable, "-m", "benchmarks.cut", way, str(file)]
            return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout

        run("unpack")
        print(f"{NAME}, {file.stat().st_size:,} bytes unpacked")
        for way, (title, _) in WAYS.items():
            figures[way] = json.loads(run(way))
            print(
                "{0:26} {seconds:8.3f} s {cpu:8.3f} s CPU {peak:6.0f} MB peak".format(
                    title, **figures[way]
                )
            )
    ratios = {unit: figures["load"][unit] / figures["text"][unit] for unit in ("seconds", "cpu")}
    print(
        "text is {seconds:.0f} times as fast as the C loader; by CPU time, {cpu:.0f} times".format(
            **ratios
        )
    )
    print(
        "slices identical:"
        f" {'yes' if figures['text']['result'] == figures['parse']['result'] else 'NO'}"
    )


if __name__ == "__main__":
    if len(sys.argv) == 3:
        step(sys.argv[1], Path(sys.argv[2]))
    else:
        main()
