"""Equality of models and of JSON: by meaning, not by spelling."""

# The runtime shares one underscored name, so that all others are left to members.
# pyright: reportPrivateUsage=false

from __future__ import annotations

from collections.abc import Collection
from typing import cast

from ._errors import DecodeError
from ._json import Json, pairs_of
from ._record import JsonObject, Record, loose, undeclared_names


def same(mine: object, theirs: object) -> bool:
    """Return whether two values, models or JSON mean the same.

    Without recursion, so that depth costs no stack.
    """
    left: list[tuple[object, object]] = [(mine, theirs)]
    seen: set[tuple[int, int]] = set()
    while left:
        one, other = left.pop()
        place = id(one), id(other)
        if isinstance(one, (Record, dict, list)):
            if place in seen:
                continue
            seen.add(place)
        if isinstance(one, Record):
            pairs = _meanings(one, other) if isinstance(other, Record) and type(one) is type(other) else None
        else:
            pairs = pairs_of(one, other)
        if pairs is None:
            return False
        left.extend(pairs)
    return True


def differences(document: JsonObject, baseline: JsonObject, *, leaving_out: Collection[str] = ()) -> list[str]:
    """Name the members in which two JSON objects differ.

    Those that only one of them has are among them.
    """
    return [
        wire
        for wire in {**baseline, **document}
        if wire not in leaving_out
        and (wire not in document or wire not in baseline or not same(document[wire], baseline[wire]))
    ]


def _meanings(one: Record, other: Record) -> list[tuple[object, object]]:
    """Return what must be equal for both to be: converted members, or the JSON of what does not
    convert.
    """
    wires = {*undeclared_names(one), *undeclared_names(other)}
    mine, theirs = {**one._json, **loose(one)}, {**other._json, **loose(other)}
    pairs = [(_meaning(one, name), _meaning(other, name)) for name in one.MEMBERS]
    return pairs + [(mine.get(wire), theirs.get(wire)) for wire in wires]


def _meaning(record: Record, name: str) -> object:
    try:
        return cast("object", getattr(record, name))
    except DecodeError:
        raw: Json = record._json.get(record.MEMBERS[name].wire)
        return raw
