"""The base of every model."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, dataclass_transform
from weakref import WeakKeyDictionary

from ._compare import same
from ._copy import copied, fill_copy, reduced
from ._errors import Mismatch, decode_error
from ._json import Json, copy_json
from ._record import (
    Codec,
    JsonObject,
    Member,
    Record,
    assigned,
    bind_hints,
    edited,
    loose,
    mentions,
    no_member,
    set_json,
    undeclared_names,
    wrap,
)
from ._show import Shown, show, shown_members
from ._write import changed, written

if TYPE_CHECKING:
    from inspect import Signature

T = TypeVar("T")


class _Absent:
    def __repr__(self) -> str:
        return "ABSENT"


# Default of every member, so that an absent keyword differs from None. It never stays in an object.
ABSENT: Any = _Absent()


def member(wire: str, codec: Codec, *, secret: bool = False) -> Any:  # the member's own type, which its annotation says
    """Declare a member of a model: its JSON name, how it converts, and whether its value is a
    secret.
    """
    return Member(wire, codec, secret=secret)


class _OfClass(Generic[T]):
    """An attribute of each class that is made when it is first asked for."""

    def __init__(self, make: Callable[[type[Record]], T]) -> None:
        self._make = make
        self._made: WeakKeyDictionary[type[Record], T] = WeakKeyDictionary()

    def __get__(self, record: object, cls: type[Record]) -> T:
        if cls not in self._made:
            self._made[cls] = self._make(cls)
        return self._made[cls]


def _attributes(
    cls: type[Record],
) -> tuple[Any, ...]:  # of attrs, one of a type of its own for each class
    """Return the fields that attrs knows of a model: its members and nothing else."""
    from attrs import field, fields, make_class

    made = make_class(
        cls.__name__,
        {
            name: field(default=ABSENT, type=_annotation(found), kw_only=True, metadata={"member": found})
            for name, found in cls.MEMBERS.items()
        },
        init=False,
        repr=False,
        eq=False,
        slots=False,
    )
    found: tuple[Any, ...] = fields(made)
    return found


def _annotation(found: Member) -> Any:  # text, or a type
    return vars(found.owner).get("__annotations__", {}).get(found.name)


def _signature(cls: type[Record]) -> Signature:
    from inspect import Parameter, Signature

    kind = Parameter.KEYWORD_ONLY
    return Signature(
        [
            Parameter(name, kind, default=ABSENT, annotation=_annotation(found) or Parameter.empty)
            for name, found in cls.MEMBERS.items()
        ]
    )


def _hints(cls: type[Record]) -> bool:
    bind_hints(cls)
    return False


@dataclass_transform(kw_only_default=True, eq_default=False)
class Model(Record):
    """A JSON object: members convert when they are read, and what nobody touched is written as it
    came.

    A member that is not there reads as None; assigning None writes null, and `del model.member`
    takes it out of the JSON. Undeclared members are read and written by their JSON name, as in
    `model["name"]`. `==` compares meaning: absent equals None, the spelling of times and flags and
    the case of known enumeration values do not count. `evolve` makes a changed copy; it,
    `attrs.evolve`, `copy`, `pickle` and `copy.replace` carry along what was received.
    `attrs.evolve` reads every member first, so that it fails where one does not convert, and it
    cannot distinguish a None given for an absent member from none. The object given to `from_dict`
    is kept and must not be changed by the caller afterwards. Reading from several threads is safe;
    assigning is for one at a time.

    A derived class may add attributes of its own, and copies keep them. `from_dict` makes objects
    without calling the constructor, so they need a default in the class.
    """

    __slots__ = ()
    # attrs, inspect and typing ask the class for these; most programs never do.
    __attrs_attrs__ = _OfClass(_attributes)
    __signature__ = _OfClass(_signature)
    # The first that `typing.get_type_hints` asks of a class, before it looks for the names in the
    # annotations.
    __no_type_check__ = _OfClass(_hints)

    __hash__ = None  # type: ignore[assignment]  # editable objects have no lasting hash

    if not TYPE_CHECKING:  # type checkers know the keywords of each class, and complain about misspelt members

        def __init__(self, /, **given: object) -> None:
            origin = _origin_in_attrs(type(self))
            set_json(self, {})
            if origin is not None:
                fill_copy(origin, self)
            for name, value in given.items():
                if name not in self.MEMBERS:
                    raise TypeError(no_member(type(self), name))
                if value is not ABSENT and (origin is None or value is not getattr(origin, name)):
                    setattr(self, name, value)

        def __getattr__(self, name: str) -> object:
            if name == "_json":  # of an object whose constructor did not get that far
                return {}
            found = self.MEMBERS.get(name)
            if found is not None:  # it does not convert, and an error that is an AttributeError leads here
                return found.__get__(self, type(self))
            raise AttributeError(no_member(type(self), name), name=name, obj=None)

    def __setattr__(self, name: str, value: object) -> None:
        if name in self.MEMBERS:
            if value is not ABSENT:  # the default in constructors that attrs writes for derived classes
                edited(self).assigned.add(name)
                self.__dict__[name] = value
        elif hasattr(type(self), name) or _takes_more(type(self)):
            object.__setattr__(self, name, value)
        else:
            raise AttributeError(no_member(type(self), name), name=name, obj=None)

    def __delattr__(self, name: str) -> None:
        """Take a member out of the JSON: it is absent then, not null."""
        if name not in self.MEMBERS:
            if name in self.__dict__:
                object.__delattr__(self, name)
                return
            raise AttributeError(no_member(type(self), name), name=name, obj=None)
        if not mentions(self, name):
            raise AttributeError(f"this {type(self).__name__} has no {name!r} to remove", name=name, obj=None)
        document = edited(self)
        document.pop(self.MEMBERS[name].wire, None)
        document.assigned.discard(name)
        self.__dict__.pop(name, None)

    @classmethod
    def from_dict(cls, document: JsonObject) -> Self:
        """Wrap a JSON object.

        Raises `DecodeError` where it is something else, and at nothing that is in it.
        """
        try:
            made: Self = wrap(cls, document)
        except Mismatch as mismatch:
            raise decode_error(cls.__name__, mismatch.found, mismatch.expected, secret=True) from None
        return made

    def to_dict(self) -> dict[str, Json]:
        """Return the JSON object to send: as received, overlaid with what was assigned or edited.

        It is a copy.

        Raises ValueError, with class and member, for what has no JSON, such as a time without a
        zone.
        """
        return written(self)

    def changes(self, since: JsonObject | None = None) -> dict[str, Json]:
        """Return only the top-level members that were assigned or edited in place: the body of a
        merging PATCH.

        A member that was removed is not in it: a merge can only write null.

        Args:
            since: Compare with this JSON, such as what was sent last, and not with what was
                received; members that were assigned what it has already are not changes then.

        """
        return changed(self, since)

    @property
    def assigned(self) -> frozenset[str]:
        """The names of the members that were assigned or given to the constructor."""
        return frozenset(assigned(self))

    def mentions(self, name: str) -> bool:
        """Return whether the JSON has the member, be it null: received or assigned."""
        if name not in self.MEMBERS:
            raise AttributeError(no_member(type(self), name), name=name, obj=None)
        return mentions(self, name)

    @property
    def undeclared(self) -> Mapping[str, Json]:
        """The members that this class does not declare.

        The mapping is read-only, objects and lists in it are not.
        """
        return MappingProxyType({wire: self[wire] for wire in undeclared_names(self)})

    def __getitem__(self, wire: str) -> Json:
        found = self._json
        handed_out = loose(self)
        if _undeclared(self, wire) in handed_out:
            return handed_out[wire]
        raw: Json = found[wire]
        # What is handed out can be edited, and what was received may be shared with copies.
        return edited(self).loose.setdefault(wire, copy_json(raw)) if isinstance(raw, (dict, list)) else raw

    def __setitem__(self, wire: str, value: Json) -> None:
        edited(self).loose[_undeclared(self, wire)] = value

    def __delitem__(self, wire: str) -> None:
        if wire not in self:
            raise KeyError(_undeclared(self, wire))
        document = edited(self)
        document.pop(wire, None)
        document.loose.pop(wire, None)

    def __contains__(self, wire: object) -> bool:
        return wire not in self.WIRES and (wire in self._json or wire in loose(self))

    def __iter__(self) -> Iterator[str]:
        # Without this, Python would iterate by calling `__getitem__` with 0, 1, 2 …
        raise TypeError(f"{type(self).__name__} is not iterable; to_dict() gives its JSON, .undeclared the rest")

    def __eq__(self, other: object) -> bool:
        return same(self, other) if type(other) is type(self) else NotImplemented

    def evolve(self, /, **changes: Any) -> Self:  # any member of any type; names are checked here
        """Return an independent copy with the named members assigned.

        Everything received is carried along.
        """
        made = copied(self)
        for name, value in changes.items():
            if name not in self.MEMBERS:
                raise TypeError(no_member(type(self), name))
            setattr(made, name, value)
        return made

    __replace__ = evolve  # copy.replace of Python 3.13

    def __copy__(self) -> Self:
        return copied(self)

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:  # keys and values are those of the copy module
        return copied(self, memo)

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return reduced(self)

    def __repr__(self) -> str:
        return show(self)

    def __rich_repr__(self) -> Iterator[tuple[str, Shown]]:
        # Without it, rich prints every field of an attrs class, secrets too.
        yield from shown_members(self)


def _undeclared(record: Record, wire: str) -> str:
    """Return the JSON name; raises KeyError where the class declares it."""
    if wire in record.WIRES:
        raise KeyError(f"{wire!r} is declared: use the attribute {record.WIRES[wire]!r}")
    return wire


def _takes_more(cls: type[Record]) -> bool:
    """Return whether objects of a class take attributes that it does not declare, as Python's
    classes without slots do.
    """
    return "__slots__" not in vars(cls) and not any(isinstance(found, Member) for found in vars(cls).values())


def _origin_in_attrs(cls: type[Record]) -> Record | None:
    """Return whose copy `attrs.evolve` makes, where it is what calls the constructor.

    It passes the values of the fields and nothing else, and undeclared members would be lost
    without a word. Members that show another value there than the object's own are what the caller
    changed.
    """
    if "attrs" not in sys.modules:
        return None
    from attrs import evolve

    # the documented way to it is slower to import
    caller = sys._getframe(2)  # pyright: ignore[reportPrivateUsage]
    origin: object = caller.f_locals.get("inst") if caller.f_code is evolve.__code__ else None
    return origin if isinstance(origin, Record) and type(origin) is cls else None
