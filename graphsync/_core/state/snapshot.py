"""One answer, and what was edited since."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any, Generic, Self, TypeVar

from graphsync._core.json_values import as_object
from graphsync._core.state.members import read_member
from graphsync.errors import NotLoaded
from graphsync_client.types import Json, Model, Value, differences, received

M = TypeVar("M", bound=Model)

_NESTED_SELECT = re.compile(r"\$select=([^;()]*)")


class Snapshot(Value, Generic[M]):
    """The data of one answer, what the service is known to have of it, and what the request
    asked for.

    `selected` names members, None means all. `baseline` is the JSON that came, or that was sent
    last.
    """

    data: M
    baseline: Mapping[str, Json]
    selected: frozenset[str] | None = None
    expanded: tuple[str, ...] = ()

    @classmethod
    def of(cls, data: M, select: Collection[str] | None, expand: Collection[str] | None) -> Self:
        """Note what was asked for, by Graph's names or Python's."""
        names = select.split(",") if isinstance(select, str) else select
        baseline = received(data)
        related = (expand,) if isinstance(expand, str) else tuple(expand or ())
        return cls(data, baseline, None if names is None else _members(data, names), related)

    @property
    def is_whole(self) -> bool:
        """Whether nothing was left out, here or in what came along."""
        return self.selected is None and not any("(" in item for item in self.expanded)

    def read(self, name: str, who: str, call: str) -> Any:  # the member's own type
        """Return a member; raises `NotLoaded` where the `$select` left it out."""
        if self.selected is not None and name not in self.selected and not self.data.mentions(name):
            raise NotLoaded(f"{who}.{name} was left out by the $select; {call} loads it")
        return read_member(self.data, name)

    def edits(self, document: Mapping[str, Json], elsewhere: Collection[str] = ()) -> list[str]:
        """Name the top-level members in which the data, written as `document`, differs from what
        the service has.

        Those `elsewhere` are not looked at.
        """
        return differences(document, self.baseline, leaving_out=elsewhere)

    def nested(self, name: str) -> Snapshot[Any] | None:  # a class for each member
        """Return a member that is an object of its own, as if it had been received alone.

        None where it did not come.
        """
        data = read_member(self.data, name)
        if not isinstance(data, Model):
            return None
        wire = self.data.MEMBERS[name].wire
        return Snapshot(
            data, as_object(self.baseline.get(wire)) or {}, self._selected_of(wire, data)
        )

    def _selected_of(self, wire: str, part: Model) -> frozenset[str] | None:
        for item in self.expanded:
            name, bracket, options = item.partition("(")
            if bracket and name.strip() == wire:
                found = _NESTED_SELECT.search(options)
                return _members(part, found[1].split(",") if found else ())
        return None


def _members(data: Model, names: Collection[str]) -> frozenset[str]:
    return frozenset(data.WIRES.get(name.strip(), name.strip()) for name in names)
