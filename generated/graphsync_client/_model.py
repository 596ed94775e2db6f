"""The base of every model, and the decorator that makes an attrs class of a declaration."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar, dataclass_transform

from attrs import Attribute, define, field, fields

from ._copyable import Copyable
from ._record import NO_NAMES, NOTHING, Origin
from ._show import Shown, show, shown_members


class _Absent:
    def __repr__(self) -> str:
        return "ABSENT"


# Default of every member, so that an absent keyword differs from None. It never stays in an object.
ABSENT: Any = _Absent()

_M = TypeVar("_M", bound="Model")


def _note(model: Model, attribute: Attribute[Any], value: object) -> object:
    """Remember an assignment; attrs stores the value itself."""
    if "member" in attribute.metadata:
        object.__setattr__(model, "_assigned", model.assigned | {attribute.name})
    return value


@dataclass_transform(kw_only_default=True, eq_default=False, field_specifiers=(field,))
def model(cls: type[_M]) -> type[_M]:
    """Make an attrs class of a model's declaration and collect its members."""
    made = define(cls, kw_only=True, eq=False, repr=False, getstate_setstate=False, on_setattr=_note)
    made.MEMBERS = {a.name: a.metadata["member"] for a in fields(made) if "member" in a.metadata}
    made.WIRES = {entry.wire: name for name, entry in made.MEMBERS.items()}
    made.READERS = {}
    made.__replace__ = Model.evolve  # type: ignore[attr-defined]  # copy.replace of Python 3.13
    return made


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Model(Copyable):
    """Hold a JSON object: members convert when first read, and what nobody touched is written as it came.

    A member that is not there reads as None; assigning None writes null, and `del model.member` takes it out of the
    JSON. Undeclared members are read and written by their JSON name, as in `model["name"]`. `==` compares meaning:
    absent equals None, the spelling of times and flags and the case of known enumeration values do not count.
    `evolve` makes a changed copy; it, `copy`, `pickle` and `copy.replace` carry along what was received.
    `attrs.evolve` does too, but it reads every member first, so that it fails where one does not convert, and it
    cannot tell a None given for an absent member from none. The object given to `from_dict` is kept and must not be
    changed by the caller afterwards. Reading from several threads is safe; assigning is for one at a time.
    """

    # `attrs.evolve` reads every field and calls the constructor with what it got. The slot is always empty, and what
    # `__getattr__` answers for it leads to the object itself: so the constructor learns whose copy it makes.
    _origin: Origin | None = field(default=None, alias="_origin")

    def __attrs_post_init__(self) -> None:
        origin: Any = self._origin and self._origin.record  # a model of the same class, or None
        object.__delattr__(self, "_origin")
        given: dict[str, object] = {}
        for name in self.MEMBERS:
            value = object.__getattribute__(self, name)
            if value is not ABSENT and (origin is None or value is not getattr(origin, name)):
                given[name] = value
            object.__delattr__(self, name)
        self._restore(NOTHING, {}, NO_NAMES, {})
        if origin is not None:
            origin.copy_into(self)
        self._restore(self._received, self._first, self._assigned.union(given), given)

    def __repr__(self) -> str:
        return show(self)

    def __rich_repr__(self) -> Iterator[tuple[str, Shown]]:
        # Without it, rich prints every field of an attrs class, secrets too.
        yield from shown_members(self)
