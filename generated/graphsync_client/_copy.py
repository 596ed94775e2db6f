"""Copies of models: independent, and with everything that was received."""

# The runtime shares one underscored name, so that all others are left to members.
# pyright: reportPrivateUsage=false

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from ._json import copy_json
from ._record import Edited, Record, set_json

R = TypeVar("R", bound=Record)


def copied(record: R, memo: dict[int, Any] | None = None) -> R:  # keys and values are those of the copy module
    """Return a copy; edits of it never show in the original.

    With `memo` the received JSON, which nobody may change, and what a derived class added are
    copied deeply as well.
    """
    top = _blank(type(record))
    fill_copy(record, top, memo)
    return top


def fill_copy(record: R, target: R, memo: dict[int, Any] | None = None) -> None:
    """Give an object of the same class all that `record` holds."""
    twins: dict[int, Record] = {id(record): target}
    left: list[tuple[Record, Record]] = [(record, target)]
    while left:
        source, twin = left.pop()
        received = source._json
        set_json(twin, _again(received, deep=memo is not None))
        for name, value in added(source).items():
            object.__setattr__(twin, name, value if memo is None else copy.deepcopy(value, memo))
        for name, value in source.__dict__.copy().items():
            if name in source.MEMBERS:
                twin.__dict__[name] = _apart(value, twins, left)


def added(record: Record) -> dict[str, object]:
    """Return the attributes that a derived class added, those in slots as well."""
    found = {name: value for name, value in record.__dict__.copy().items() if name not in record.MEMBERS}
    for base in type(record).__mro__[: type(record).__mro__.index(Record)]:
        slots: str | tuple[str, ...] = vars(base).get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if hasattr(record, name) and name not in {"__dict__", "__weakref__"}:
                found[name] = getattr(record, name)
    return found


def reduced(record: Record) -> tuple[object, tuple[object, ...]]:
    """Return what pickle keeps of a record."""
    received = record._json
    notes = (received.assigned, received.loose.copy()) if isinstance(received, Edited) else None
    members = {name: value for name, value in record.__dict__.copy().items() if name in record.MEMBERS}
    return restored, (type(record), dict(received), notes, members, added(record))


def restored(
    cls: type[R],
    received: dict[str, Any],  # JSON
    notes: tuple[set[str], dict[str, Any]] | None,
    members: Mapping[str, object],
    more: Mapping[str, object],
) -> R:
    """Make an object again of what pickle kept."""
    made = _blank(cls)
    if notes is not None:
        received = Edited(received)
        received.assigned, received.loose = notes
    set_json(made, received)
    made.__dict__.update(members)
    for name, value in more.items():
        object.__setattr__(made, name, value)
    return made


def _again(received: dict[str, Any], *, deep: bool) -> dict[str, Any]:
    if not isinstance(received, Edited):
        plain: dict[str, Any] = copy_json(received) if deep else received
        return plain
    again = Edited(copy_json(dict(received)) if deep else received)
    again.assigned = set(received.assigned)
    again.loose = {wire: copy_json(value) for wire, value in received.loose.copy().items()}
    return again


def _apart(value: object, twins: dict[int, Record], left: list[tuple[Record, Record]]) -> object:
    """Copy what can be edited in place.

    A nested model gets its blank now and its contents when its turn comes.
    """
    if isinstance(value, Record):
        twin = twins.get(id(value))
        if twin is None:
            twin = twins[id(value)] = _blank(type(value))
            left.append((value, twin))
        return twin
    if isinstance(value, list):
        return [_apart(item, twins, left) for item in cast("list[object]", value)]
    return copy_json(value)


def _blank(cls: type[R]) -> R:
    return cls.__new__(cls)
