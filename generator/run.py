"""One run of the generator: its stages, the lines it prints, and the swap at its end."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import deepcopy
from functools import cached_property
from pathlib import Path
from time import perf_counter

from attrs import frozen

from generator.cut.scope import load_scope
from generator.cut.slice_format import WITHDRAWN_HEADER, dump, load
from generator.cut.slices import MAIN, Slices, other_versions, scopes_of
from generator.cut.whole import check_whole
from generator.document.beside import beside
from generator.document.overlay import Patch, load_overlay
from generator.document.resolved import resolved
from generator.document.withdrawn import fill, keep, shape_of_path
from generator.emit.availability import Availability, availability, availability_module
from generator.emit.lock import LOCK, generated_files
from generator.emit.operations_page import operations_page
from generator.emit.render import render
from generator.emit.swap import SCRATCH, alone, left_behind, put_back, swap_all
from generator.emit.target import check_target
from generator.errors import GeneratorError, writing
from generator.fetch.read_source import Source, read_source
from generator.fetch.unpack import MOST
from generator.fetch.upstream import recorded_scopes, with_source
from generator.openapi.walk import Node
from generator.report.change import FailOn
from generator.report.facade import FacadeGaps, facade_calls, facade_gaps, operation_tests
from generator.report.report import Report
from generator.surface.surface import Surface, read_surface
from generator.words.docs import Docs, load_docs

UPSTREAM = "upstream.toml"
_LARGE = 16_000_000
_BETA = "beta"
WITHDRAWN = f"withdrawn-{MAIN}.yaml"
"""What the facade still uses and the document no longer has."""


@frozen
class Paths:
    """Where a run reads and writes.

    Another scope or another place is a side product: `project` stays as it is.
    """

    project: Path
    out: Path
    scope: Path | None = None

    @property
    def spec(self) -> Path:
        """The folder of the slices, the overlay and the words."""
        return self.project / "spec"

    @property
    def overlay(self) -> Path | None:
        """The patches: the project's, or those of another scope, `my-scope.overlay.yaml` beside
        `my-scope.toml`.
        """
        if self.scope is None:
            return self.spec / "overlay.yaml"
        own = self.scope.with_suffix(".overlay.yaml")
        return own if own.is_file() else None

    @property
    def package(self) -> Path:
        """Where the project's own package is."""
        return self.project / "generated" / "graphsync_client"

    @property
    def page(self) -> Path:
        """Where the page of operations is."""
        return self.project / "docs" / "reference" / "operations.md"

    @property
    def own(self) -> bool:
        """Whether the run is about the project's own package."""
        return self.scope is None and self.out.resolve() == self.package.resolve()


@frozen
class Outcome:
    """What a run came to: the report, where there was something to compare, and whether anything
    was written.
    """

    report: Report | None
    written: bool


@frozen
class Package:
    """What the package offers, and what each version lacks of it."""

    main: Surface
    missing: Availability


class Run:
    """One run: cut a full document if one is given, then write the package.

    Nothing changes unless all of it worked.
    """

    def __init__(
        self,
        paths: Paths,
        report: Callable[[str], object],
        *,
        timings: bool = False,
        most: int = MOST,
        whole: bool = False,
        descriptions: bool = False,
        beta: str = "",
    ) -> None:
        """Prepare a run.

        Args:
            paths: where it reads and writes.
            report: what gets each line about it.
            timings: whether there is a line for the time of each stage.
            most: how many bytes a document may have, unpacked.
            whole: whether all of a document is checked, not only what is kept.
            descriptions: whether the document's own words stand where spec/docs.yaml has none.
            beta: a full document of beta, whose operations stand beside those of the other one.

        """
        self._paths = paths
        self._report = report
        self._timings = timings
        self._most = most
        self._whole = whole
        self._descriptions = descriptions
        self._beta = beta

    def write(self, spec: str = "", version: str = MAIN, fail_on: FailOn | None = None) -> Outcome:
        """Write the package, and with `spec` the slices of `version` before it.

        A change as heavy as `fail_on` ends the run before anything is written.
        """
        check_target(self._paths.out)
        if self._descriptions and self._paths.own:
            raise GeneratorError(
                "--descriptions",
                "the project's own package, whose words are its own",
                "a package of your own: OUT=…",
            )
        if self._descriptions and not spec:
            raise GeneratorError(
                "--descriptions", "no document to take them from", "give SPEC as well"
            )
        if (
            self._paths.scope is not None
            and self._paths.out.resolve() == self._paths.package.resolve()
        ):
            raise GeneratorError(
                self._paths.out.as_posix(),
                "the project's own package for another scope",
                "another place: OUT=…",
            )
        if self._beta and (self._paths.own or not spec):
            raise GeneratorError(
                "--beta",
                "the project's own package, or no document that it goes beside",
                "SCOPE=… OUT=… with SPEC; the project's beta operations are in its overlay",
            )
        with alone(self._paths.out.parent):
            for place in put_back(self._paths.out.parent, self._writes):
                self._report(f"put back what a killed run had begun to replace: {place}")
            return self._write_alone(spec, version, fail_on)

    def _writes(self, place: Path) -> bool:
        """Return whether a run of this project writes to a place."""
        spec = self._paths.spec.resolve()
        places = {self._paths.out.resolve(), self._paths.page.resolve()}
        return place.resolve() in places or place.resolve().parent == spec

    def _write_alone(self, spec: str, version: str, fail_on: FailOn | None) -> Outcome:
        source: Source | None = None
        cut: Mapping[str, Slices] = {}
        if spec:
            source, cut = self._cut(spec, version)
        if not spec and (self._paths.scope is not None or version != MAIN):
            place = version if self._paths.scope is None else self._paths.scope.as_posix()
            raise GeneratorError(place, "nothing to cut it from", "give SPEC as well")
        slices = self._slices(cut)
        if self._beta:
            slices[MAIN] = self._beside(slices[MAIN])
        for outdated in self.outdated([version for version in slices if version not in cut]):
            if not spec:
                raise outdated
            self._report(str(outdated))
        with self._stage("overlay and passes"):
            surfaces = self._surfaces(slices)
        report = (
            self._compare(surfaces, version, cut[version].lacking)
            if spec and self._paths.scope is None
            else None
        )
        if report is not None and fail_on is not None and fail_on.reached(report.weight):
            return Outcome(report, written=False)
        anew = report is not None and self._paths.own and version == MAIN
        withdrawn = (
            self._still_used(report.gaps) if report is not None and anew else self._withdrawn()
        )
        package = self._package(surfaces, slices, withdrawn)
        with tempfile.TemporaryDirectory(prefix=SCRATCH, dir=self._paths.out.parent) as scratch:
            fresh = Path(scratch, "new", self._paths.out.name)
            fresh.parent.mkdir()
            with writing(self._paths.out.as_posix()):
                self._render(package, slices, withdrawn, fresh)
            self._summarize(package.main, slices[MAIN], report)
            moves: list[tuple[Path | None, Path]] = [(fresh, self._paths.out)]
            if self._paths.own:
                self._paths.page.parent.mkdir(parents=True, exist_ok=True)
                page = Path(scratch, self._paths.page.name)
                with writing(self._paths.page.as_posix()):
                    page.write_text(self._page(package), "utf-8", newline="\n")
                moves.append((page, self._paths.page))
                if source is not None:
                    moves += self._new_spec(source, cut[version], version, Path(scratch, "spec"))
                if anew:
                    moves += self._new_withdrawn(withdrawn, Path(scratch, WITHDRAWN))
            swap_all(moves, Path(scratch, "old"))
        return Outcome(report, written=True)

    def outdated(self, versions: Iterable[str] | None = None) -> Iterator[GeneratorError]:
        """Yield an error for each scope that has changed since the committed slices of a version
        were cut.

        Args:
            versions: the versions to look at; by default all that `spec` has.

        """
        spec = self._paths.spec
        if self._paths.scope is not None:
            return
        record = (spec / UPSTREAM).read_bytes()
        for version in (MAIN, *other_versions(spec)) if versions is None else versions:
            recorded = recorded_scopes(record, _table(version))
            for part, scope in scopes_of(spec).items():
                if recorded.get(part) != load_scope(scope).digest:
                    option = f" SLICE={version}" if version != MAIN else ""
                    yield GeneratorError(
                        f"spec/{scope.name}",
                        f"other rules than those that {part}-{version}.yaml was cut with",
                        f"cut again with SPEC=…{option}",
                    )

    def check(self) -> list[str]:
        """Render beside the package and return the files that differ from it."""
        for folder in left_behind(self._paths.out.parent):
            raise GeneratorError(
                folder.as_posix(),
                "what a killed run had begun to replace",
                "run `make generate`, which puts it back",
            )
        with tempfile.TemporaryDirectory(prefix="graphsync-") as scratch:
            fresh = Path(scratch, self._paths.out.name)
            slices = self._slices({})
            withdrawn = self._withdrawn()
            package = self._package(self._surfaces(slices), slices, withdrawn)
            self._render(package, slices, withdrawn, fresh)
            found = _differences(fresh, self._paths.out)
            page = self._paths.page
            self._say_what_waits(package.main)
            if self._paths.own and (
                not page.is_file() or page.read_text("utf-8") != self._page(package)
            ):
                found.append(page.relative_to(self._paths.project).as_posix())
            return found

    def _cut(self, spec: str, version: str) -> tuple[Source, Mapping[str, Slices]]:
        with self._stage("read"):
            source = read_source(spec, self._paths.spec / UPSTREAM, self._most)
        self._say_what_parsing_takes(source)
        if self._whole:
            with self._stage("check the whole"):
                check_whole(source.data, source.place)
        with self._stage("cut"):
            scopes = scopes_of(self._paths.spec, self._paths.scope)
            return source, {
                version: Slices.cut(
                    source.data, scopes, version, source.place, descriptions=self._descriptions
                )
            }

    def _beside(self, slices: Slices) -> Slices:
        """Return slices that have beta's operations as well, marked."""
        _, cut = self._cut(self._beta, _BETA)
        document = slices.document()
        for line in beside(document, cut[_BETA].document()):
            self._report(f"from beta: {line}")
        name = "+".join(slices.files)
        return Slices({name: dump(document)}, slices.source, slices.lacking)

    def _say_what_parsing_takes(self, source: Source) -> None:
        """Say what a large document in another style than Graph's own takes, before it does."""
        if source.size > _LARGE and source.data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {
            b"{",
            b"[",
        }:
            size = source.size / 1_000_000
            self._report(
                f"{source.place}: JSON is parsed as a whole: {size:.0f} MB take about"
                f" {size / 100:.1f} GB of memory; Graph publishes YAML, which takes a tenth"
            )

    def _slices(self, cut: Mapping[str, Slices]) -> dict[str, Slices]:
        """Return the slices of every version: what was cut just now, else what is committed.

        The main one first.
        """
        spec = self._paths.spec
        versions = [MAIN, *(other_versions(spec) if self._paths.scope is None else ())]
        return {
            version: cut[version] if version in cut else self._committed(version)
            for version in dict.fromkeys((*versions, *cut))
        }

    def _committed(self, version: str) -> Slices:
        """Read the slices of a version.

        A scope that was added after its cut waits for the next one.
        """
        record = (self._paths.spec / UPSTREAM).read_bytes()
        recorded = recorded_scopes(record, _table(version))
        return Slices.committed(self._paths.spec, version, recorded or None)

    def _surfaces(self, slices: Mapping[str, Slices]) -> dict[str, Surface]:
        return {
            version: self._surface(one, lenient=version != MAIN) for version, one in slices.items()
        }

    def _surface(self, slices: Slices, *, lenient: bool) -> Surface:
        return read_surface(
            slices.document(), self._patches, self._docs, lenient=lenient, name=slices.source
        )

    @cached_property
    def _patches(self) -> list[Patch]:
        overlay = self._paths.overlay
        return load_overlay(overlay) if overlay is not None else []

    @cached_property
    def _docs(self) -> Docs:
        docs = load_docs(self._paths.spec / "docs.yaml")
        return docs if self._paths.scope is None else docs.for_others()

    def _compare(
        self, surfaces: Mapping[str, Surface], version: str, lacking: Sequence[str]
    ) -> Report:
        """Compare the new slices with the committed ones of that version.

        If it has none, with the main ones.
        """
        with self._stage("compare"):
            spec = self._paths.spec
            old = surfaces[MAIN]
            if version in {MAIN, *other_versions(spec)}:
                old = self._surface(self._committed(version), lenient=True)
            return Report.between(old, surfaces[version], self._docs, self._paths.project, lacking)

    def _withdrawn(self) -> Node | None:
        """Return what was withdrawn from the document of the committed slices and is still used."""
        path = self._paths.spec / WITHDRAWN
        return load(path.read_bytes()) if self._paths.scope is None and path.is_file() else None

    def _still_used(self, gaps: FacadeGaps) -> Node | None:
        """Return what the facade uses of the committed slices and the new document no longer
        has.
        """
        if not gaps.without_operation and not gaps.without_type:
            return None
        before = self._committed(MAIN).document()
        withdrawn = self._withdrawn()
        if withdrawn is not None:
            fill(before, withdrawn)
        old = read_surface(deepcopy(before), self._patches, self._docs, lenient=True)
        operations = [
            old.facts.operations[name]
            for name in gaps.without_operation
            if name in old.facts.operations
        ]
        wanted = {
            (
                entry.method.lower(),
                shape_of_path("".join("{}" if is_id else text for text, is_id in entry.path)),
            )
            for entry in operations
        }
        graph_names = {name: entry.graph_name for name, entry in old.facts.models.items()}
        graph_names |= {name: entry.graph_name for name, entry in old.facts.enums.items()}
        names = {
            f"microsoft.graph.{graph_names[name]}"
            for name in gaps.without_type
            if name in graph_names
        }
        kept = keep(
            before, old.owners, wanted, sorted(names & before["components"]["schemas"].keys())
        )
        return kept if kept["paths"] or kept["components"] else None

    def _package(
        self, surfaces: Mapping[str, Surface], slices: Mapping[str, Slices], withdrawn: Node | None
    ) -> Package:
        """Return what the package offers, and what each version lacks of it."""
        main = surfaces[MAIN]
        others = {version: other for version, other in surfaces.items() if version != MAIN}
        if withdrawn is not None:
            document = slices[MAIN].document()
            fill(document, withdrawn)
            others[MAIN] = main
            main = read_surface(document, self._patches, self._docs, name=slices[MAIN].source)
        return Package(main, availability(main, others))

    def _new_withdrawn(
        self, withdrawn: Node | None, fresh: Path
    ) -> Iterator[tuple[Path | None, Path]]:
        target = self._paths.spec / WITHDRAWN
        if withdrawn is not None:
            fresh.write_bytes(dump(withdrawn, WITHDRAWN_HEADER))
            yield fresh, target
        elif target.is_file():
            yield None, target

    def _render(
        self, package: Package, slices: Mapping[str, Slices], withdrawn: Node | None, folder: Path
    ) -> None:
        main = package.main
        inputs = {name: data for one in slices.values() for name, data in one.files.items()}
        overlay = self._paths.overlay
        inputs |= {"overlay.yaml": overlay.read_bytes()} if overlay is not None else {}
        inputs |= {"docs.yaml": (self._paths.spec / "docs.yaml").read_bytes()}
        scopes = scopes_of(self._paths.spec, self._paths.scope)
        inputs |= {scope.name: scope.read_bytes() for scope in scopes.values()}
        if withdrawn is not None:
            inputs[WITHDRAWN] = dump(withdrawn, WITHDRAWN_HEADER)
        modules = {"availability.py": availability_module(MAIN, package.missing)}
        with self._stage("emit"), main.complaints():
            render(
                main.cured,
                self._docs,
                inputs,
                folder,
                modules,
                for_client=self._paths.scope is not None,
            )

    def _page(self, package: Package) -> str:
        calls = facade_calls(self._paths.spec / "facade.toml")
        tests = operation_tests(self._paths.project / "tests" / "operations.toml")
        return operations_page(package.main, package.missing, calls, tests)

    def _say_what_waits(self, main: Surface) -> None:
        """List what nobody has written yet: words of what is generated, and ways to reach it."""
        for place in self._docs.missing(main.document, list(main.facts.operations)):
            self._report(f"no words in spec/docs.yaml: {place}")
        if self._paths.own:
            project = self._paths.project
            gaps = facade_gaps(
                project / "graphsync", main.facts, facade_calls(self._paths.spec / "facade.toml")
            )
            for name in gaps.without_home:
                self._report(f"no verb and no way in spec/facade.toml: {name}")

    def _summarize(self, main: Surface, slices: Slices, report: Report | None) -> None:
        facts = main.facts
        for name, (paths, calls, types) in slices.counts().items():
            self._report(f"kept in {name}: {paths} paths, {calls} operations, {types} types")
        self._report(
            f"wrote {main.calls} operations ({len(facts.operations)} modules), "
            f"{len(facts.models)} models, {len(facts.enums)} enumerations"
        )
        if self._paths.scope is not None:
            for line in resolved(main.cured):
                self._report(f"named by rule: {line}")
            for line in slices.lacking:
                self._report(f"left out, for the document does not have it: {line}")
            return
        # A report has those of what it is about.
        for line in main.skipped if report is None or report.skipped != main.skipped else ():
            self._report(f"overlay patch skipped: {line}")
        for place in (
            self._docs.missing(main.document, list(facts.operations)) if report is None else ()
        ):
            self._report(f"no words in spec/docs.yaml: {place}")

    def _new_spec(
        self, source: Source, slices: Slices, version: str, folder: Path
    ) -> Iterator[tuple[Path | None, Path]]:
        folder.mkdir()
        upstream = self._paths.spec / UPSTREAM
        digests = {
            part: load_scope(scope).digest for part, scope in scopes_of(self._paths.spec).items()
        }
        record = with_source(upstream.read_bytes(), source, _table(version), digests)
        files = {**slices.files, UPSTREAM: record}
        for name, content in files.items():
            fresh = folder / name
            with writing((self._paths.spec / name).as_posix()):
                fresh.write_bytes(content)
            yield fresh, self._paths.spec / name

    @contextmanager
    def _stage(self, name: str) -> Generator[None]:
        began = perf_counter()
        yield
        if self._timings:
            self._report(f"{name}: {perf_counter() - began:.2f} s")


def _table(version: str) -> str:
    """Return the table of upstream.toml that says what the slices of a version were cut from."""
    return "source" if version == MAIN else f"source-{version}"


def _differences(fresh: Path, target: Path) -> list[str]:
    def contents(folder: Path) -> dict[str, bytes]:
        files = [*generated_files(folder), folder / LOCK]
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in files
            if path.is_file()
        }

    new, old = contents(fresh), contents(target)
    return sorted(name for name in new.keys() | old.keys() if new.get(name) != old.get(name))
