"""Make a package of each of 100 narrow scopes and of each first segment of today's full document.

A scope counts where its package is written, every module of it imports, and the client sends each
of its operations to a server that knows nothing and reads the answer. Of some, mypy strict checks
the whole. The packages are made in one process: a part that two scopes keep is parsed once.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from time import perf_counter

from generator.cut.cut import cut_library
from generator.cut.scope import PathRule, Scope
from generator.cut.text_library import TextLibrary
from generator.emit.class_modules import class_modules
from generator.emit.render import render
from generator.errors import GeneratorError
from generator.fetch.read_source import read_source
from generator.surface.surface import read_surface
from generator.words.docs import no_docs
from generator.yaml.block_parts import Parts
from generator.yaml.values import Json

HERE = Path(__file__).parent
NARROW = HERE / "narrow_scopes.txt"
NAME = "v1.0.yaml.xz"
SEGMENTS = 70
# Sends every operation with arguments of the right types; the server answers whatever it is asked in
# the shape that is wanted: an empty object or list, a number, bytes, or nothing.
_CALL_ALL = """
import collections.abc, importlib, inspect, pkgutil, sys, typing
import httpx
from graphsync import GraphClient
from graphsync_client.types import Owner, Reads
package = importlib.import_module(sys.argv[1])
for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."): importlib.import_module(found.name)
wanted = Reads.NOTHING
def answer(request):
    if wanted is Reads.NOTHING: return httpx.Response(204)
    if wanted is Reads.LOCATION: return httpx.Response(201, headers={"location": "https://graph.microsoft.com/v1.0/x"})
    if wanted is Reads.TEXT: return httpx.Response(200, text="3")
    if wanted is Reads.BYTES: return httpx.Response(200, content=b"x")
    return httpx.Response(200, json={"id": "x", "value": []})
def argument(kind):
    if kind is Owner: return Owner.service_principal("11111111-1111-4111-8111-111111111111")
    if kind in (str, int, bool, bytes): return kind(b"x" if kind is bytes else "1" if kind is str else 1)
    if typing.get_origin(kind) in (list, collections.abc.Sequence): return [argument(typing.get_args(kind)[0])]
    return kind()
sent = 0
with GraphClient("token", transport=httpx.MockTransport(answer)) as graph:
    for name in dir(package.api):
        function = getattr(package.api, name)
        if not inspect.isfunction(function): continue
        hints = typing.get_type_hints(function)
        needed = [p for p in inspect.signature(function).parameters.values() if p.default is p.empty]
        given = {p.name: argument(hints[p.name]) for p in needed}
        operation = function(**given)
        wanted = operation.reads
        graph.send(operation)
        sent += 1
if not sent: sys.exit("there is nothing to call")
print(sent)
"""


class KeptLibrary(TextLibrary):
    """A document that keeps what it has parsed: scopes of one document share most of it."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self._kept: dict[tuple[int, str], Json] = {}

    @property
    def path_names(self) -> list[str]:
        """Every path of the document."""
        return [name.decode() for name in self._paths]

    def _parsed(self, parts: Parts, names: Collection[str]) -> dict[str, Json]:
        fresh = super()._parsed(
            parts, [name for name in names if (id(parts), name) not in self._kept]
        )
        self._kept.update({(id(parts), name): value for name, value in fresh.items()})
        return {
            name: self._kept[id(parts), name] for name in names if (id(parts), name) in self._kept
        }


def narrow() -> list[Scope]:
    """Read the list of narrow scopes, one path with its rest a line."""
    return [Scope((PathRule(line),)) for line in NARROW.read_text("utf-8").splitlines() if line]


def segments(paths: Iterable[str]) -> list[Scope]:
    """Return a scope for each first segment.

    `groups(uniqueName='…')` belongs to that of `groups`.
    """
    found: dict[str, set[str]] = {}
    for path in paths:
        first = path.split("/")[1]
        found.setdefault(first.partition("(")[0], set()).add(first)
    return [
        Scope(tuple(PathRule(f"/{first}/**") for first in sorted(group)))
        for _, group in sorted(found.items())
    ]


def attempt(library: TextLibrary, scope: Scope, folder: Path | None) -> str:
    """Return what stands in the way of a package of the scope.

    Nothing where it can be written, or was.
    """
    try:
        surface = read_surface(cut_library(library, scope).document, (), no_docs())
        if folder is None:
            class_modules(surface.facts.models, surface.facts.enums)
            return ""
        with surface.complaints():
            render(surface.cured, no_docs(), {}, folder, for_client=True)
    except GeneratorError as error:
        return str(error)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", _CALL_ALL, folder.name],
        cwd=folder.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stderr.strip().rpartition("\n")[2]


def mypy(folder: Path) -> str:
    """Return the first error that mypy strict finds in a package, or that there is none."""
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--config-file",
        os.devnull,
        "--cache-dir",
        os.devnull,
    ]
    done = subprocess.run(
        [*command, folder.name], cwd=folder.parent, capture_output=True, text=True, check=False
    )
    return done.stdout.strip().splitlines()[0] if "error" in done.stdout else done.stdout.strip()


def attempts(
    library: TextLibrary, scopes: Iterable[Scope], *, write: bool, checked: int
) -> Iterator[str]:
    """Try each scope, print a line for it, and yield what stood in the way."""
    for at, scope in enumerate(scopes):
        began = perf_counter()
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch, "scope_client")
            problem = attempt(library, scope, folder if write else None)
            more = (
                f", {mypy(folder)}"
                if write and not problem and checked and at % checked == 0
                else ""
            )
        print(
            f"{scope.paths[0].match:48} {perf_counter() - began:6.1f} s  {problem or 'ok'}{more}",
            flush=True,
        )
        yield problem


def main() -> None:
    """Try all of both lists and print how many work, and what stops the others."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scopes")
    parser.add_argument(
        "--write",
        action="store_true",
        help="write and import each package; without it, only name it",
    )
    parser.add_argument(
        "--mypy", type=int, default=0, metavar="N", help="check every Nth written package"
    )
    parser.add_argument("--only", choices=("narrow", "segments"))
    parser.add_argument(
        "--match", default="", help="only the scopes whose path has this regular expression"
    )
    asked = parser.parse_args()
    place = Path(os.environ.get("GRAPHSYNC_SPECS", ""), NAME)
    if not place.is_file():
        print(f"the scopes are not measured: GRAPHSYNC_SPECS names no folder with {NAME}")
        return
    library = KeptLibrary(read_source(str(place), HERE.parent / "spec" / "upstream.toml").data)
    lists = {"narrow": narrow(), "segments": segments(library.path_names)}
    for name, scopes in lists.items():
        if asked.only in {None, name}:
            tried = [scope for scope in scopes if re.search(asked.match, scope.paths[0].match)]
            problems = list(attempts(library, tried, write=asked.write, checked=asked.mypy))
            print(f"{name}: {problems.count('')} of {len(problems)}")
            for found, often in Counter(
                _kind(problem) for problem in problems if problem
            ).most_common():
                print(f"  {often:3} x {found}")


def _kind(problem: str) -> str:
    """Return a problem without its place and names."""
    return re.sub(
        r"'[^']*'|\b[A-Z]\w+\b|\b\w+_\w+\b", "…", problem.partition(": ")[2].partition(";")[0]
    )[:90]


if __name__ == "__main__":
    main()
