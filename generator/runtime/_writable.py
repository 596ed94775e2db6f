"""From a model back to JSON."""

from __future__ import annotations

from ._comparable import Comparable, same
from ._json import Json, copy_json
from ._unfinished import Unfinished


class Writable(Comparable):
    """Write what nobody touched as it came, and the rest as its members' types are written."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Json]:
        """Return the JSON object to send: as received, overlaid with what was assigned or edited. It is a copy.

        Raises ValueError, with class and member, for what has no JSON, such as a time without a zone.
        """
        unfinished = Unfinished()
        document = unfinished.begin(self)
        for model, target in unfinished:
            model.fill(target, unfinished)
        return document

    def fill(self, document: dict[str, Json], unfinished: Unfinished) -> None:
        """Do the work of `to_dict` for one object; nested models are left to `unfinished`."""
        held = self._held()
        for wire, raw in self._received.items():
            name = self.WIRES.get(wire)
            if name in held:
                document[wire] = self._written(name, held[name], raw, unfinished)
            else:
                document[wire] = copy_json(raw if name is not None else self._first.get(wire, raw))
        for name, entry in self.MEMBERS.items():
            if name in self._assigned and entry.wire not in document:
                document[entry.wire] = self._written(name, held[name], None, unfinished)
        for wire in self._undeclared_names():
            if wire not in document:
                document[wire] = copy_json(self._first[wire])

    def _written(self, name: str, value: object, raw: Json, unfinished: Unfinished) -> Json:
        codec = self.MEMBERS[name].codec
        if value is None:
            # A sentinel, such as year 1, reads as None and is no null.
            return None if name in self._assigned else copy_json(raw)
        if not codec.mutable and name not in self._assigned:
            return copy_json(raw)
        try:
            return codec.encode(value, raw, unfinished)
        except ValueError as error:
            raise ValueError(f"{type(self).__name__}.{name}: {error}") from None

    def changes(self) -> dict[str, Json]:
        """Return only the top-level members that were assigned or edited in place: the body of a merging PATCH.

        A member that was removed is not in it: a merge can only be told null.
        """
        return {
            wire: value
            for wire, value in self.to_dict().items()
            if wire not in self._received
            or self.WIRES.get(wire) in self._assigned
            or not same(value, self._received[wire])
        }
