"""Copies of models: independent, and with everything that was received."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from ._json import copy_json
from ._record import JsonObject
from ._writable import Writable

_C = TypeVar("_C", bound="Copyable")


class Copyable(Writable):
    """Copy, pickle and evolve; edits of a copy never show in the original."""

    __slots__ = ()

    def evolve(self, **changes: Any) -> Self:  # any member of any type; names are checked here
        """Return an independent copy with the named members assigned; everything received is carried along."""
        copied = self.__copy__()
        for name, value in changes.items():
            if name not in self.MEMBERS:
                raise TypeError(f"{type(self).__name__} has no member {name!r}; it has {', '.join(self.MEMBERS)}")
            setattr(copied, name, value)
        return copied

    def __copy__(self) -> Self:
        copied = _blank(type(self))
        self.copy_into(copied)
        return copied

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:  # keys and values are those of the copy module
        copied = _blank(type(self))
        self.copy_into(copied, deep=True)
        return copied

    def copy_into(self, target: Self, *, deep: bool = False) -> None:
        """Fill `target` with what this object holds; `deep` copies the received JSON too, which nobody may change."""
        twins: dict[int, Copyable] = {id(self): target}
        left: list[tuple[Copyable, Copyable]] = [(self, target)]
        while left:
            source, twin = left.pop()
            received = copy_json(dict(source._received)) if deep else source._received
            loose = {wire: copy_json(value) for wire, value in source._loose().items()}
            held = {name: _apart(value, twins, left) for name, value in source._held().items()}
            twin._restore(received, loose, source._assigned, held)

    def _restore(
        self,
        received: JsonObject,
        loose: Mapping[str, object],
        assigned: frozenset[str],
        held: Mapping[str, object],
    ) -> None:
        object.__setattr__(self, "_received", received)
        object.__setattr__(self, "_first", dict(loose))
        object.__setattr__(self, "_assigned", assigned)
        for name, value in held.items():
            object.__setattr__(self, name, value)

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return restored, (type(self), dict(self._received), self._loose(), self._assigned, self._held())


def _apart(value: object, twins: dict[int, Copyable], left: list[tuple[Copyable, Copyable]]) -> object:
    """Copy what can be edited in place; a nested model gets its blank now and its contents when its turn comes."""
    if isinstance(value, Copyable):
        twin = twins.get(id(value))
        if twin is None:
            twin = twins[id(value)] = _blank(type(value))
            left.append((value, twin))
        return twin
    if isinstance(value, list):
        return [_apart(item, twins, left) for item in cast("list[object]", value)]
    return copy_json(value)


def _blank(cls: type[_C]) -> _C:
    return cls.__new__(cls)


def restored(cls: type[_C], *state: Any) -> _C:  # what `__reduce__` wrote, in its order
    """Make an object again of what pickle kept."""
    made = _blank(cls)
    made._restore(*state)  # pyright: ignore[reportPrivateUsage]  # pickle needs a function, not a method
    return made
