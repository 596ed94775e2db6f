"""`python -m generator`: write the typed client from a Graph document. Behind `make generate`.

The rooms, in the order in which a document passes through them; each imports only those above it:

    yaml/      read YAML and JSON into plain values, and block YAML by its lines
    fetch/     get a full document from a file, an address or the pin, and unpack it
    openapi/   the objects of a document, the ways through it, pointers into it
    cut/       keep the paths of a scope, and all that they refer to, as a slice
    words/     our own words for docstrings, from spec/docs.yaml
    document/  correct the slice: the overlay, then the passes
    surface/   what programs see: classes, members, values, operations
    report/    what a change of the surface means for programs
    emit/      write the package, and swap it into place
    run.py     one run through all of them

`runtime/` is copied into the package as it is. `diff.py`, `pin.py` and `unasync.py` are commands of
their own.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from generator.cut.slices import MAIN
from generator.errors import GeneratorError
from generator.fetch.unpack import MOST
from generator.report.change import FailOn
from generator.report.report import Report
from generator.run import Paths, Run

ROOT = Path(__file__).parent.parent


def main(
    spec: Annotated[
        str, typer.Option(help="A full document (path or URL) or `upstream`; default: the slice")
    ] = "",
    version: Annotated[
        str, typer.Option("--slice", help="Which version or cloud the document is of")
    ] = MAIN,
    scope: Annotated[
        Path | None, typer.Option(help="Which paths to keep; default: the project's scopes")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="The package to write; default: the project's")
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; fail where the output would change")
    ] = False,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="Write nothing and end with 1 if the change is so heavy")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the report as JSON, all else to stderr")
    ] = False,
    whole: Annotated[
        bool, typer.Option("--whole", help="Check all of the document, not only what is kept")
    ] = False,
    descriptions: Annotated[
        bool,
        typer.Option(
            "--descriptions",
            help="Use the document's words where spec/docs.yaml has none; not for the project",
        ),
    ] = False,
    beta: Annotated[
        str,
        typer.Option(help="A full document of beta: what only it has stands beside, marked"),
    ] = "",
    max_size: Annotated[
        int, typer.Option(help="How many MB the document may have, unpacked")
    ] = MOST >> 20,
    quiet: Annotated[bool, typer.Option("--quiet", help="Print errors only")] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", help="Print how long each stage took")
    ] = False,
) -> None:
    """Write the typed client of the synchronization API; on any error everything stays as it was.

    Ends with 0 when done, 1 where --check or --fail-on found something, 2 on an error.
    """
    report = _silent if quiet else partial(print, file=sys.stderr) if as_json else print
    try:
        if scope is not None and out is None:
            raise GeneratorError(
                scope.as_posix(), "a scope without a place for its package", "give OUT as well"
            )
        if check and spec:
            raise GeneratorError(
                spec, "--check with a document", "--check alone, or --fail-on with the document"
            )
        if not spec and (fail_on is not None or as_json or whole):
            option = "--fail-on" if fail_on else "--json" if as_json else "--whole"
            raise GeneratorError(option, "no document to report on", "give SPEC as well")
        paths = Paths(project=ROOT, out=out or Paths(ROOT, ROOT).package, scope=scope)
        run = Run(
            paths,
            report=report,
            timings=verbose,
            most=max_size << 20,
            whole=whole,
            descriptions=descriptions,
            beta=beta,
        )
        if check:
            _refuse_drift(run.check(), [str(error) for error in run.outdated()], paths.out)
            return
        outcome = run.write(spec, version, fail_on)
    except (GeneratorError, OSError) as error:
        for line in str(error).splitlines():
            typer.echo(f"generate: {line}", err=True)
        raise typer.Exit(2) from None
    if outcome.report is not None:
        _print(outcome.report, as_json=as_json, quiet=quiet)
    if not outcome.written:
        typer.echo(f"generate: nothing written, the change is {fail_on} or heavier", err=True)
        raise typer.Exit(1)


def _refuse_drift(changed: list[str], outdated: list[str], out: Path) -> None:
    for line in outdated:
        typer.echo(f"generate: {line}", err=True)
    if changed:
        typer.echo(
            f"generate: {out} is not what spec/ gives: {', '.join(changed[:5])}; run `make"
            " generate`",
            err=True,
        )
    if changed or outdated:
        raise typer.Exit(1)


def _print(report: Report, *, as_json: bool, quiet: bool) -> None:
    if as_json:
        typer.echo(report.json())
    elif not quiet:
        typer.echo("\n".join(report.lines()))


def _silent(_: str) -> None:
    pass


if __name__ == "__main__":
    typer.run(main)
