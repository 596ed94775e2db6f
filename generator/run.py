"""One run of the generator: its stages, what it tells, and the swap at its end."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from attrs import frozen

from generator.cut import cut
from generator.docs import Docs, load_docs
from generator.emit import render
from generator.errors import GeneratorError
from generator.fetch import Source, read_source
from generator.lock import LOCK, generated_files
from generator.overlay import apply_overlay, load_overlay
from generator.passes import cure
from generator.passes.owner_family import owners_of
from generator.project import Facts
from generator.scope import load_scope
from generator.slice import dump, load
from generator.swap import swap_all
from generator.upstream import with_source
from generator.walk import Node

SLICE = "synchronization-v1.0.yaml"
UPSTREAM = "upstream.toml"


@frozen
class Paths:
    """Where a run reads and writes; the slice in `spec` is rewritten only where `owns_slice` says so."""

    spec: Path
    scope: Path
    out: Path
    owns_slice: bool = True


class Run:
    """Cut a full document if one is given, then write the package; nothing changes unless all of it worked."""

    def __init__(self, paths: Paths, tell: Callable[[str], object], *, timings: bool = False) -> None:
        self._paths = paths
        self._tell = tell
        self._timings = timings

    def write(self, spec: str = "") -> list[str]:
        """Write the package, and with `spec` the slice before it; return nothing to complain about."""
        source, data = self._slice(spec)
        self._paths.out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".generating-", dir=self._paths.out.parent) as scratch:
            fresh = Path(scratch, "new", self._paths.out.name)
            fresh.parent.mkdir()
            self._render(data, fresh)
            moves = [(fresh, self._paths.out)]
            if source is not None and self._paths.owns_slice:
                moves += self._new_spec(source, data, Path(scratch, "spec"))
            swap_all(moves, Path(scratch, "old"))
        return []

    def check(self) -> list[str]:
        """Render beside the package and return the files that differ from it."""
        _, data = self._slice("")
        with tempfile.TemporaryDirectory(prefix="graphsync-") as scratch:
            fresh = Path(scratch, self._paths.out.name)
            self._render(data, fresh)
            return _differences(fresh, self._paths.out)

    def _slice(self, spec: str) -> tuple[Source | None, bytes]:
        if not spec:
            path = self._paths.spec / SLICE
            try:
                return None, path.read_bytes()
            except OSError as error:
                raise GeneratorError(path.name, str(error.strerror), "a slice; make one with SPEC=…") from None
        with self._stage("read"):
            source = read_source(spec, self._paths.spec / UPSTREAM)
        with self._stage("cut"):
            return source, dump(cut(source.data, load_scope(self._paths.scope)))

    def _render(self, data: bytes, folder: Path) -> Facts:
        with self._stage("parse the slice"):
            document = load(data)
        overlay = self._paths.spec / "overlay.yaml"
        docs_path = self._paths.spec / "docs.yaml"
        with self._stage("overlay and passes"):
            owners = owners_of(document)
            skipped = apply_overlay(document, load_overlay(overlay), owners)
            cured = cure(document, owners)
        with self._stage("words"):
            docs = load_docs(docs_path)
        inputs = {SLICE: data, overlay.name: overlay.read_bytes(), docs_path.name: docs_path.read_bytes()}
        with self._stage("emit"):
            facts = render(cured, docs, inputs, folder)
        self._report(document, owners, facts, skipped, docs)
        return facts

    def _report(self, document: Node, owners: list[str], facts: Facts, skipped: list[str], docs: Docs) -> None:
        count = sum(
            len(entry.owners) or max(1, len(owners)) if entry.owned else 1 for entry in facts.operations.values()
        )
        self._tell(
            f"kept {len(document['paths'])} paths; wrote {count} operations "
            f"({len(facts.operations)} for each owner), {len(facts.models)} models, {len(facts.enums)} enumerations"
        )
        for line in skipped:
            self._tell(f"overlay patch skipped: {line}")
        for place in docs.missing(document, list(facts.operations)):
            self._tell(f"no words in spec/docs.yaml: {place}")

    def _new_spec(self, source: Source, data: bytes, folder: Path) -> Iterator[tuple[Path, Path]]:
        folder.mkdir()
        upstream = self._paths.spec / UPSTREAM
        for target, content in (
            (self._paths.spec / SLICE, data),
            (upstream, with_source(upstream.read_bytes(), source)),
        ):
            fresh = folder / target.name
            fresh.write_bytes(content)
            yield fresh, target

    @contextmanager
    def _stage(self, name: str) -> Iterator[None]:
        began = perf_counter()
        yield
        if self._timings:
            self._tell(f"{name}: {perf_counter() - began:.2f} s")


def _differences(fresh: Path, target: Path) -> list[str]:
    def contents(folder: Path) -> dict[str, bytes]:
        files = [*generated_files(folder), folder / LOCK]
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files if path.is_file()}

    new, old = contents(fresh), contents(target)
    return sorted(name for name in new.keys() | old.keys() if new.get(name) != old.get(name))
