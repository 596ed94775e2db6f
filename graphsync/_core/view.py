"""What a request said, as a bound object sees it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from attrs import frozen

from graphsync.errors import NotLoaded
from graphsync_client.types import Model

M = TypeVar("M", bound=Model)


@frozen
class View(Generic[M]):
    """Hold the data of one answer, and which members a `$select` asked for; None means all."""

    data: M
    selected: frozenset[str] | None = None

    def read(self, name: str, who: str, call: str) -> Any:  # the member's own type
        """Return a member; raises `NotLoaded` where the `$select` left it out."""
        if self.selected is not None and name not in self.selected and not self.data.mentions(name):
            raise NotLoaded(f"{who}.{name} was left out by the $select; {call} loads it")
        return getattr(self.data, name)


def view_of(data: M, select: Sequence[str] | None) -> View[M]:
    """Note what was selected, by Graph's names or Python's."""
    if select is None:
        return View(data)
    if isinstance(select, str):
        select = select.split(",")
    return View(data, frozenset(data.WIRES.get(name, name) for name in select))
