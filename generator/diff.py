"""`python -m generator.diff`: what the change from one document to another means.

Behind `make diff`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from generator.cut.slices import Slices, scopes_of
from generator.document.overlay import load_overlay
from generator.errors import GeneratorError
from generator.fetch.read_source import read_source
from generator.fetch.unpack import MOST
from generator.report.change import FailOn
from generator.report.report import Report
from generator.surface.surface import Surface, read_surface
from generator.words.docs import load_docs

ROOT = Path(__file__).parent.parent
COMMITTED = "committed"


def main(
    old: Annotated[
        str,
        typer.Argument(help="A full document (path, URL or `upstream`), or `committed`: the slice"),
    ],
    new: Annotated[str, typer.Argument(help="The document to compare with it, likewise")],
    scope: Annotated[
        Path | None, typer.Option(help="Which paths to compare; default: the project's scopes")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON")] = False,
    max_size: Annotated[int, typer.Option(help="How many MB a document may have, unpacked")] = MOST
    >> 20,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="End with 1 if a change is this heavy or heavier")
    ] = None,
) -> None:
    """Print what the change from OLD to NEW means; write nothing.

    Ends with 2 where a document is unusable.
    """
    try:
        report = compare(old, new, ROOT, scope, max_size << 20)
    except (GeneratorError, OSError) as error:
        typer.echo(f"diff: {error}", err=True)
        raise typer.Exit(2) from None
    typer.echo(report.json() if as_json else "\n".join(report.lines()))
    if fail_on is not None and fail_on.reached(report.weight):
        raise typer.Exit(1)


def compare(
    old: str, new: str, project: Path, scope: Path | None = None, most: int = MOST
) -> Report:
    """Cut and compare two documents with the overlay and words of a project, and with its scopes
    or another one.
    """
    spec = project / "spec"
    docs = load_docs(spec / "docs.yaml")
    patches = load_overlay(spec / "overlay.yaml")

    def surface(name: str) -> tuple[Surface, Sequence[str]]:
        if name == COMMITTED and scope is not None:
            raise GeneratorError(COMMITTED, "no slice of another scope", "give two documents")
        if name == COMMITTED:
            slices = Slices.committed(spec)
        else:
            source = read_source(name, spec / "upstream.toml", most)
            slices = Slices.cut(source.data, scopes_of(spec, scope), source=source.place)
        found = read_surface(slices.document(), patches, docs, lenient=True, name=slices.source)
        return found, slices.lacking

    before, _ = surface(old)
    after, lacking = surface(new)
    if scope is not None:
        return Report.beside(before, after, project, lacking)
    return Report.between(before, after, docs, project, lacking)


if __name__ == "__main__":
    typer.run(main)
