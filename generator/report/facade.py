"""How the facade reaches the operations, and where the two do not meet."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import cast

from attrs import frozen

from generator.errors import GeneratorError
from generator.surface.operations import OperationFacts

_API = "graphsync_client.api"
# The synchronous twin repeats the asynchronous source, and the emulator is the other side of the wire.
_SOURCES = ("_async", "_core")


@frozen
class FacadeGaps:
    """Operations that no verb of the facade sends, and operations that a verb sends and nobody generates."""

    without_home: tuple[str, ...]
    without_operation: tuple[str, ...]


def facade_gaps(facade: Path, operations: Mapping[str, OperationFacts], told: Collection[str] = ()) -> FacadeGaps:
    """Compare the operations with what the source of the facade imports; none of it is run.

    `told` are the operations whose use is written down, be it that `graph.send` is the way.
    """
    used = {name for source in _SOURCES for path in (facade / source).rglob("*.py") for name in _imported(path)}
    served = {name for name, facts in operations.items() if facts.served}
    return FacadeGaps(tuple(sorted(served - used - {*told})), tuple(sorted(used - set(operations))))


def _imported(path: Path) -> Iterator[str]:
    """Yield what a module imports of the operations, or names as `api.get_job`, which imports it when it is used."""
    for node in ast.walk(ast.parse(path.read_bytes(), path.name)):
        match node:
            case ast.ImportFrom(module=str(module)) if module.startswith(f"{_API}."):
                yield from (alias.name for alias in node.names)
            case ast.Attribute(value=ast.Name(id="api"), attr=name):
                yield name
            case _:
                pass


def facade_calls(path: Path) -> dict[str, str]:
    """Read `spec/facade.toml`: for each operation, how the facade reaches it."""
    try:
        table = cast("dict[str, object]", tomllib.loads(path.read_text("utf-8")))
    except OSError as error:
        raise GeneratorError(path.as_posix(), f"cannot be read: {error.strerror}", "restore the file") from None
    except ValueError as error:
        raise GeneratorError(path.as_posix(), f"not TOML: {error}", "mend the file") from None
    calls = table.get("calls")
    if set(table) != {"calls"} or not isinstance(calls, dict):
        raise GeneratorError(path.as_posix(), f"the keys {', '.join(table)}", "the one table [calls]")
    for name, call in cast("dict[str, object]", calls).items():
        # It becomes a cell of a table.
        if not isinstance(call, str) or not call.strip() or "|" in call or not call.isprintable():
            raise GeneratorError(f"{path.as_posix()}: {name}", repr(call), "one line of text without |")
    return cast("dict[str, str]", calls)
