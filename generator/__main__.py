"""`python -m generator`: cut, cure, lay over, write. Behind `make generate`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.errors import GeneratorError
from generator.run import Paths, Run

ROOT = Path(__file__).parent.parent
SCOPE = ROOT / "spec" / "scope.toml"
OUT = ROOT / "generated" / "graphsync_client"


def main(
    spec: Annotated[str, typer.Option(help="A full document (path or URL) or `upstream`; default: the slice")] = "",
    scope: Annotated[Path, typer.Option(help="Which paths to keep")] = SCOPE,
    out: Annotated[Path, typer.Option(help="The package to write")] = OUT,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; fail where the output would change")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Print errors only")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", help="Print how long each stage took")] = False,
) -> None:
    """Write the typed client of the synchronization API; on any error everything stays as it was."""
    try:
        # Another scope or another place is a side product: the project's slice stays what its own package is made of.
        paths = Paths(spec=ROOT / "spec", scope=scope, out=out, owns_slice=(scope, out) == (SCOPE, OUT))
        run = Run(paths, tell=_silent if quiet else print, timings=verbose)
        changed = run.check() if check else run.write(spec)
    except (GeneratorError, OSError) as error:
        typer.echo(f"generate: {error}", err=True)
        raise typer.Exit(2) from None
    if check and changed:
        typer.echo(f"generate: {out} is not what spec/ gives: {', '.join(changed[:5])}; run `make generate`", err=True)
        raise typer.Exit(1)


def _silent(_: str) -> None:
    pass


if __name__ == "__main__":
    typer.run(main)
