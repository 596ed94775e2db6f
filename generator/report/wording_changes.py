"""Find what differs in two slices and does not change code: patterns, limits, defaults, what is
deprecated.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import cast

from generator.openapi.walk import Node, as_node, operations, own_parts, schemas
from generator.report.change import Change, described
from generator.surface.models import ModelFacts
from generator.surface.operations import OperationFacts
from generator.surface.shapes import BESIDE, kind
from generator.surface.surface import Surface

# Compared with the code, whatever they weigh.
_CODE = {"required", "operationId", "tags", "enum"}
# Reported of the properties and of the base; the kind of the whole says the same.
_PARTS = {"properties", "allOf", "type"}
_ABSENT = object()
_NOTHING: Node = {}
_LONGEST = 60

# Where in an object, which key of it, and what that was and is.
_Difference = tuple[str, str, object, object]


def wording_changes(old: Surface, new: Surface) -> Iterator[Change]:
    """Yield a change for each operation, type, property and enumeration that only reads otherwise,
    with what it says.

    What became another code as well is reported elsewhere; here it comes with those parts alone
    that are never code.
    """
    before, after = _operations(old.cured), _operations(new.cured)
    for name in sorted(before.keys() & after.keys()):
        code = set(_changed_parts(old.facts.operations[name], new.facts.operations[name]))
        found = _differences(before[name], after[name])
        yield from _described(
            "operation", name, (one for one in found if one[1] in BESIDE or not code & _way(one))
        )
    held, have = (
        {name: schema for name, _, schema in schemas(surface.cured)} for surface in (old, new)
    )
    for name in sorted(held.keys() & have.keys()):
        if kind(held[name]) != kind(have[name]):
            continue
        yield from _described(
            "enum" if name in new.facts.enums else "type", name, _apart(held[name], have[name])
        )
        if name in new.facts.models:
            yield from _properties(
                held[name], have[name], old.facts.models[name], new.facts.models[name]
            )


def _changed_parts(old: OperationFacts, new: OperationFacts) -> Iterator[str]:
    if (old.queries, old.headers, old.ids, old.owned) != (
        new.queries,
        new.headers,
        new.ids,
        new.owned,
    ):
        yield "parameters"
    if (old.body, old.content_type) != (new.body, new.content_type):
        yield "requestBody"
    if old.answer != new.answer:
        yield "responses"


def _way(difference: _Difference) -> set[str]:
    place, key, _, _ = difference
    return {f"{place} {key}".split()[0]}


def _properties(
    old: Node, new: Node, old_model: ModelFacts, new_model: ModelFacts
) -> Iterator[Change]:
    before, after = _members(old), _members(new)
    was = {member.wire: member for member in old_model.members}
    for member in new_model.members:
        if member.wire in was:
            found = _differences(before[member.wire], after[member.wire])
            if was[member.wire].shape != member.shape:
                # Whether the items of a list may be null is part of its annotation.
                found = (
                    one for one in found if one[1] in BESIDE and one[:2] != ("items", "nullable")
                )
            yield from _described("property", f"{new_model.name}.{member.name}", found)


def _described(what: str, name: str, differences: Iterable[_Difference]) -> Iterator[Change]:
    """Say all that differs in one object, place by place."""
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for place, key, old, new in differences:
        parts[place].append(f"{key} {_shown(new)}, was {_shown(old)}")
    if parts:
        words = [
            f"{place}: {'; '.join(said)}" if place else "; ".join(said)
            for place, said in parts.items()
        ]
        yield described(what, name, "; ".join(words))


def _operations(document: Node) -> dict[str, Node]:
    return {operation["operationId"]: operation for _, _, _, operation in operations(document)}


def _apart(old: Node, new: Node) -> Iterator[_Difference]:
    """Compare two schemas without their properties and their base."""
    before, after = (
        [
            {key: value for key, value in part.items() if key not in _PARTS}
            for part in own_parts(schema)
        ]
        for schema in (old, new)
    )
    for mine, other in zip_longest(before, after, fillvalue=_NOTHING):
        yield from _differences(mine, other)


def _members(schema: Node) -> dict[str, Node]:
    return {
        wire: member
        for part in own_parts(schema)
        for wire, member in part.get("properties", {}).items()
    }


def _differences(old: object, new: object, place: str = "", key: str = "") -> Iterator[_Difference]:
    within = f"{place} {key}".strip()
    if isinstance(old, dict) and isinstance(new, dict):
        before, after = cast("Node", old), cast("Node", new)
        # Extensions are for tools: they are neither code nor words.
        for name in sorted(
            name for name in before.keys() | after.keys() if not str(name).startswith("x-")
        ):
            if name not in _CODE:
                yield from _differences(
                    before.get(name, _ABSENT), after.get(name, _ABSENT), within, str(name)
                )
    elif isinstance(old, list) and isinstance(new, list):
        mine, other = _named(cast("list[object]", old)), _named(cast("list[object]", new))
        for name in sorted(mine.keys() | other.keys()):
            yield from _differences(mine.get(name, _ABSENT), other.get(name, _ABSENT), within, name)
    elif old != new:
        yield place, key, old, new


def _named(items: list[object]) -> dict[str, object]:
    """Return the items of a list by what they are called, or by their place: parameters have
    names.
    """
    named: dict[str, object] = {}
    for item in map(as_node, items):
        if {"in", "name"} <= item.keys():
            named[f"{item['in']} {item['name']}"] = item
    return named if len(named) == len(items) else {str(at): item for at, item in enumerate(items)}


def _shown(value: object) -> str:
    if value is _ABSENT:
        return "not said"
    shown = repr(value)
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
