"""How the facade reaches the operations, and where the two do not meet."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import cast

from attrs import field, frozen

from generator.errors import GeneratorError
from generator.surface.surface import Facts

_API = "graphsync_client.api"
_MODELS = "graphsync_client.models"
# The synchronous twin repeats the asynchronous source, and the emulator is the other side of the
# wire.
_SOURCES = ("_async", "_core")


@frozen
class FacadeGaps:
    """Operations that no verb of the facade sends, and operations that a verb sends and nobody
    generates.
    """

    without_home: tuple[str, ...]
    without_operation: tuple[str, ...]
    without_type: tuple[str, ...] = ()
    """Classes that the facade uses and nobody generates."""
    places: Mapping[str, str] = field(factory=dict[str, str], eq=False)
    """For each name that the facade uses, the first file that does."""

    def with_files(self, names: Iterable[str]) -> list[str]:
        """Return a line for each name, with the file that uses it."""
        return [f"{name} in {self.places[name]}" if name in self.places else name for name in names]


def facade_gaps(facade: Path, facts: Facts, written: Collection[str] = ()) -> FacadeGaps:
    """Compare what is generated with what the source of the facade uses; none of it is run.

    `written` are the operations whose use is written down, be it that `graph.send` is the way.
    """
    used: set[str] = set()
    types: set[str] = set()
    places: dict[str, str] = {}
    for path in (path for source in _SOURCES for path in sorted((facade / source).rglob("*.py"))):
        tree = ast.parse(path.read_bytes(), path.name)
        found, named = {*_operations(tree)}, {*_types(tree)}
        used |= found
        types |= named
        for name in found | named:
            places.setdefault(name, path.relative_to(facade.parent).as_posix())
    served = {name for name, entry in facts.operations.items() if entry.served}
    return FacadeGaps(
        tuple(sorted(served - used - {*written})),
        tuple(sorted(used - facts.operations.keys())),
        tuple(sorted(types - facts.models.keys() - facts.enums.keys())),
        places,
    )


def _operations(tree: ast.Module) -> Iterator[str]:
    """Yield what a module imports of the operations, or names as `api.get_job`, which imports it
    when it is used.
    """
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(module=str(module)) if module.startswith(f"{_API}."):
                yield from (alias.name for alias in node.names)
            case ast.Attribute(value=ast.Name(id="api"), attr=name):
                yield name
            case _:
                pass


def _types(tree: ast.Module) -> Iterator[str]:
    """Yield the classes that a module imports, or names as `models.Class`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(_MODELS):
            yield from (alias.name for alias in node.names)
        elif (
            isinstance(node, ast.Attribute)
            and ast.unparse(node.value) == "models"
            and node.attr[:1].isupper()
        ):
            yield node.attr


def facade_calls(path: Path) -> dict[str, str]:
    """Read `spec/facade.toml`: for each operation, how the facade reaches it."""
    try:
        table = cast("dict[str, object]", tomllib.loads(path.read_text("utf-8")))
    except OSError as error:
        raise GeneratorError(
            path.as_posix(), f"cannot be read: {error.strerror}", "restore the file"
        ) from None
    except ValueError as error:
        raise GeneratorError(path.as_posix(), f"not TOML: {error}", "correct the file") from None
    calls = table.get("calls")
    if set(table) != {"calls"} or not isinstance(calls, dict):
        raise GeneratorError(
            path.as_posix(), f"the keys {', '.join(table)}", "the one table [calls]"
        )
    for name, call in cast("dict[str, object]", calls).items():
        # It becomes a cell of a table.
        if not isinstance(call, str) or not call.strip() or "|" in call or not call.isprintable():
            raise GeneratorError(
                f"{path.as_posix()}: {name}", repr(call), "one line of text without |"
            )
    return cast("dict[str, str]", calls)


def operation_tests(path: Path) -> dict[str, list[str]]:
    """Read `tests/operations.toml`: for each operation, the test modules that send it most.

    Without the file, as outside of the project, there are none.
    """
    if not path.is_file():
        return {}
    try:
        table = cast("dict[str, object]", tomllib.loads(path.read_text("utf-8")))
    except ValueError as error:
        raise GeneratorError(
            path.as_posix(), f"not TOML: {error}", "write it again: python -m tests.recording"
        ) from None
    found: dict[str, list[str]] = {}
    tests = table.get("tests")
    for name, modules in cast(
        "dict[str, object]", tests if isinstance(tests, dict) else {}
    ).items():
        names: list[object] = (
            cast("list[object]", modules) if isinstance(modules, list) else [modules]
        )
        # They become a cell of a table.
        if not all(isinstance(one, str) and one.isprintable() and "|" not in one for one in names):
            raise GeneratorError(
                f"{path.as_posix()}: {name}",
                repr(names),
                "write it again: python -m tests.recording",
            )
        found[name] = cast("list[str]", names)
    return found
