"""Equality of models: by meaning, not by spelling."""

from __future__ import annotations

from typing import cast

from ._errors import DecodeError
from ._json import Json, pairs_of
from ._undeclared import Undeclared


class Comparable(Undeclared):
    """Compare what members mean; a member that is not there equals None."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return same(self, other)

    __hash__ = None  # type: ignore[assignment]  # editable objects have no lasting hash

    def meanings(self, other: Comparable) -> list[tuple[object, object]]:
        """Return what must be equal for both to be: converted members, or the JSON of what does not convert."""
        wires = {*self._undeclared_names(), *other._undeclared_names()}
        return [(self._meaning(name), other._meaning(name)) for name in self.MEMBERS] + [
            (self._json_of(wire), other._json_of(wire)) for wire in wires
        ]

    def _meaning(self, name: str) -> object:
        try:
            return cast("object", getattr(self, name))
        except DecodeError:
            return self._received.get(self.MEMBERS[name].wire)

    def _json_of(self, wire: str) -> Json:
        return self._first[wire] if wire in self._first else self._received.get(wire)


def same(mine: object, theirs: object) -> bool:
    """Tell whether two values, models or JSON mean the same; without recursion, so that depth costs no stack."""
    left: list[tuple[object, object]] = [(mine, theirs)]
    seen: set[tuple[int, int]] = set()
    while left:
        one, other = left.pop()
        place = id(one), id(other)
        if isinstance(one, (Comparable, dict, list)):
            if place in seen:
                continue
            seen.add(place)
        if isinstance(one, Comparable):
            pairs = one.meanings(other) if isinstance(other, Comparable) and type(one) is type(other) else None
        else:
            pairs = pairs_of(one, other)
        if pairs is None:
            return False
        left.extend(pairs)
    return True
