"""JSON values: copied and compared without recursion, whatever their depth."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias, cast

# Any JSON value: what it is gets checked when a member is read, not here.
Json: TypeAlias = Any

# No parser of JSON goes deeper; a value that contains itself does.
MOST_LEVELS = 100_000
_PLAIN = (str, int, float, type(None))


def copy_json(value: Json, *, strict: bool = False) -> Json:
    """Copy JSON deeply, so that neither side sees the other's edits.

    With `strict`, raises ValueError for what JSON cannot express; in any case for a value that
    holds itself.
    """
    top = [value]
    unfinished: list[tuple[Json, int]] = [(top, 0)]
    while unfinished:
        node, level = unfinished.pop()
        if level > MOST_LEVELS:
            raise ValueError(
                f"a JSON value is nested deeper than {MOST_LEVELS} levels, or contains itself"
            )
        for place in _places(node):
            item: Json = node[place]
            if is_container(item):
                node[place] = made = item.copy()
                unfinished.append((made, level + 1))
            elif strict and not isinstance(item, _PLAIN):
                raise ValueError(
                    f"a {type(item).__name__} of Python has no JSON here; pass text, a number, a"
                    " boolean, None, or a list or dict of these"
                )
    return top[0]


def is_container(value: Json) -> bool:
    """Return whether a JSON value is an object or an array."""
    return isinstance(value, (dict, list))


def _places(node: Json) -> Iterable[Json]:
    """Return the keys or positions of a container, fixed before it is edited."""
    return range(len(cast("list[object]", node))) if isinstance(node, list) else [*node]


def pairs_of(mine: Json, theirs: Json) -> list[tuple[Json, Json]] | None:
    """Return what must be equal inside two values for them to be equal, or None where they
    differ already.
    """
    if isinstance(mine, dict):
        if not isinstance(theirs, dict) or mine.keys() != theirs.keys():
            return None
        return [(item, theirs[key]) for key, item in cast("dict[str, Json]", mine).items()]
    if isinstance(mine, (list, tuple)):
        if not isinstance(theirs, (list, tuple)):
            return None
        ours, others = cast("list[object]", mine), cast("list[object]", theirs)
        return list(zip(ours, others, strict=True)) if len(ours) == len(others) else None
    # Python's True equals 1; JSON's does not.
    if isinstance(mine, bool) is not isinstance(theirs, bool):
        return None
    return [] if mine == theirs else None
