"""`python -m generator.pin COMMIT BLOB`: pin another published document.

Behind the workflow `spec-watch`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, cast

import tomlkit
import typer

from generator.errors import GeneratorError
from generator.fetch.upstream import load_pin

UPSTREAM = Path(__file__).parent.parent / "spec" / "upstream.toml"


def main(
    commit: Annotated[
        str, typer.Argument(help="The commit of the repository that [pin] names, 40 hex digits")
    ],
    blob: Annotated[str, typer.Argument(help="The git blob id of the document at that commit")],
    upstream: Annotated[Path, typer.Option(help="The file to change")] = UPSTREAM,
) -> None:
    """Write the pin and nothing else; `make generate SPEC=upstream` then takes that document."""
    before = upstream.read_bytes()
    try:
        upstream.write_bytes(with_pin(before, commit, blob))
        load_pin(upstream)
    except GeneratorError as error:
        upstream.write_bytes(before)
        typer.echo(f"pin: {error}", err=True)
        raise typer.Exit(2) from None


def with_pin(content: bytes, commit: str, blob: str) -> bytes:
    """Write commit and blob into an upstream.toml; everything else, comments too, stays."""
    document = tomlkit.parse(content)
    cast("dict[str, object]", document["pin"]).update({"commit": commit, "blob": blob})
    return tomlkit.dumps(document).encode()


if __name__ == "__main__":
    typer.run(main)
