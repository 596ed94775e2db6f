"""Find what differs in two slices and becomes no code: patterns, limits, defaults, what is required."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from generator.pointer import escape
from generator.report.change import Change, described
from generator.walk import Node, operations, schemas


def wording_changes(old: Node, new: Node) -> Iterator[Change]:
    """Yield one change for each operation and schema of two cured documents that differs in anything at all."""
    kinds = {name: "enum" if "enum" in schema else "type" for name, _, schema in schemas(new)}
    yield from _differing("operation", _operations(old), _operations(new))
    for kind in ("type", "enum"):
        before, after = (
            {name: schema for name, _, schema in schemas(document) if kinds.get(name) == kind}
            for document in (old, new)
        )
        yield from _differing(kind, before, after)


def _operations(document: Node) -> dict[str, Node]:
    return {operation["operationId"]: operation for _, _, _, operation in operations(document)}


def _differing(kind: str, old: dict[str, Node], new: dict[str, Node]) -> Iterator[Change]:
    for name in sorted(old.keys() & new.keys()):
        places = sorted(set(_places(old[name], new[name], "")))
        if places:
            shown = ", ".join(places[:3]) + (f" and {len(places) - 3} more" if len(places) > 3 else "")
            yield described(kind, name, f"said otherwise in the document at {shown}")


def _places(old: object, new: object, place: str) -> Iterator[str]:
    if isinstance(old, dict) and isinstance(new, dict):
        before, after = cast("Node", old), cast("Node", new)
        # Extensions are for tools: they are neither code nor words.
        for key in sorted(key for key in before.keys() | after.keys() if not str(key).startswith("x-")):
            yield from _places(before.get(key), after.get(key), f"{place}/{escape(str(key))}")
    elif old != new:
        yield place or "/"
