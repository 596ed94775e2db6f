"""The members of a received object that its class does not declare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from ._json import Json, copy_json
from ._record import Record


class Undeclared(Record):
    """Read, set and remove undeclared members by their JSON name: `model["name"]`."""

    __slots__ = ()

    @property
    def undeclared(self) -> Mapping[str, Json]:
        """Return the members that this class does not declare; the mapping is read-only, objects and lists in it are not."""
        return MappingProxyType({wire: self[wire] for wire in self._undeclared_names()})

    def _undeclared_names(self) -> list[str]:
        return [wire for wire in {**self._received, **self._first} if wire not in self.WIRES]

    def _loose(self) -> dict[str, Json]:
        """Return the undeclared members that were handed out or set."""
        # Of a copy: another thread that reads one for the first time enters it meanwhile.
        return {wire: value for wire, value in self._first.copy().items() if wire not in self.WIRES}

    def _meant(self, wire: str) -> str:
        if wire in self.WIRES:
            raise KeyError(f"{wire!r} is declared: use the attribute {self.WIRES[wire]!r}")
        return wire

    def __getitem__(self, wire: str) -> Json:
        if self._meant(wire) in self._first:
            return self._first[wire]
        raw = self._received[wire]
        # What is handed out can be edited, and what was received may be shared with copies.
        return self._first.setdefault(wire, copy_json(raw)) if isinstance(raw, (dict, list)) else raw

    def __setitem__(self, wire: str, value: Json) -> None:
        self._first[self._meant(wire)] = value

    def __delitem__(self, wire: str) -> None:
        if wire not in self:
            raise KeyError(self._meant(wire))
        self._drop(wire)

    def __contains__(self, wire: object) -> bool:
        return wire not in self.WIRES and (wire in self._received or wire in self._first)

    def __iter__(self) -> Iterator[str]:
        # Without this, Python would iterate by calling `__getitem__` with 0, 1, 2 …
        raise TypeError(f"{type(self).__name__} is not iterable; to_dict() gives its JSON, .undeclared the rest")
