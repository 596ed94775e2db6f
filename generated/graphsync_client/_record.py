"""What every model is made of: the JSON object it was received as, and members that convert when
they are read.
"""

# The runtime shares one underscored name, so that all others are left to members.
# pyright: reportPrivateUsage=false

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from threading import RLock
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeAlias, cast

from ._errors import DecodeError, Mismatch, decode_error
from ._json import MOST_LEVELS, Json

# A JSON object of the service; its values are checked when a member is read.
JsonObject: TypeAlias = Mapping[str, Json]
_NOTHING: Mapping[str, str] = MappingProxyType({})
_GRAPH_TYPE = "#microsoft.graph."
# Reentrant, because making an object may run a finaliser that reads a model.
_lock = RLock()


class Codec(Protocol):
    """The conversion of one kind of JSON value."""

    @property
    def exact(self) -> type | None:
        """The type of JSON values that are Python's value already."""
        ...

    @property
    def mutable(self) -> bool:
        """Whether callers can edit the Python value in place."""
        ...

    def decoder(self) -> Callable[[Json], object]:
        """Return a function that converts a value other than None, or raises `Mismatch`.

        Classes are imported here.
        """
        ...

    def encode(self, value: object, received: Json, unfinished: Unfinished) -> Json:
        """Return the JSON of `value`; what is not a value of this kind goes as it is.

        `received` is what came in its place, or None; nested models are left to `unfinished`.
        Raises ValueError for what has no JSON.
        """
        ...

    def declared(self) -> Iterable[type]:
        """Return the classes of the package that the annotation of such a member names.

        They are imported here.
        """
        ...


class Member:
    """A descriptor of one member: its JSON name, how it converts, and whether its value is a
    secret.

    It is not a data descriptor, so a value that was left in the instance is found without it.
    """

    __slots__ = ("_decode", "_exact", "codec", "name", "owner", "secret", "wire")
    name: str
    owner: type[Record]

    def __init__(self, wire: str, codec: Codec, *, secret: bool = False) -> None:
        self.wire = wire
        self.codec = codec
        self.secret = secret
        self._exact = codec.exact
        self._decode: Callable[[Json], object] | None = None

    def __set_name__(self, owner: type[Record], name: str) -> None:
        self.owner = owner
        self.name = name

    def __get__(self, record: Record | None, owner: object = None) -> object:
        if record is None:
            return self
        raw: Json = record._json.get(self.wire)
        # Most members are of this kind. Leaving them in the instance takes longer than reading them
        # twice.
        if raw is None or raw.__class__ is self._exact:
            return raw
        decode = self._decode
        if decode is None:
            decode = self._decode = self.codec.decoder()
        try:
            value = decode(raw)
        except Mismatch as mismatch:
            error = self._error(mismatch, record)
        else:
            # Two threads must get the same editable object: `setdefault` lets one of them win.
            return record.__dict__.setdefault(self.name, value)
        # The value may be a secret: neither a variable of this frame nor a context of the error may
        # hold it.
        del raw
        raise error

    def _error(self, mismatch: Mismatch, record: Record) -> DecodeError:
        # In the place of an object may stand what the object would have kept secret.
        secret = self.secret or self.codec.mutable
        place = f"{type(record).__name__}.{self.name}"
        return decode_error(place, mismatch.found, mismatch.expected, secret=secret)

    if not TYPE_CHECKING:  # type checkers know the docstring below each member

        @property
        def __doc__(self) -> str | None:
            """The words that stand below the member in its class."""
            from ._words import words_of

            return words_of(self.owner).get(self.name)

    def __repr__(self) -> str:
        return f"<member {self.wire!r} of {self.owner.__name__}>"


class Edited(dict[str, Any]):
    """What was received, once something of it was assigned, removed or handed out.

    `assigned` names members. `loose` has the undeclared members that were set, or handed out and
    can be edited, by their JSON names.
    """

    __slots__ = ("assigned", "loose")

    def __init__(self, received: JsonObject) -> None:
        super().__init__(received)
        self.assigned: set[str] = set()
        self.loose: dict[str, Json] = {}


class Record:
    """A received JSON object.

    What was converted or assigned stays in the instance under the member's name. `_json` is the one
    name that is kept from members: the object as it was received, which is never changed and may be
    shared by copies, or an `Edited` of this instance alone.
    """

    __slots__ = ("__dict__", "__weakref__", "_json")
    MEMBERS: ClassVar[Mapping[str, Member]] = MappingProxyType({})
    """The members by name, those of the bases first."""
    WIRES: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """The names of the members by their JSON names."""

    _json: dict[str, Any]  # JSON

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        members: dict[str, Member] = {}
        for base in reversed(cls.__mro__):
            members.update({name: found for name, found in vars(base).items() if isinstance(found, Member)})
        wires = {found.wire: name for name, found in members.items()}
        # Each class has its own, so they are set once a class.
        cls.MEMBERS = MappingProxyType(members)  # pyright: ignore[reportConstantRedefinition]
        cls.WIRES = MappingProxyType(wires)  # pyright: ignore[reportConstantRedefinition]


set_json: Callable[[object, dict[str, Any]], None] = vars(Record)["_json"].__set__
"""The slot's own setter, which is the fastest way past `__setattr__`."""


def received(record: Record) -> JsonObject:
    """Return the JSON object that a model was received as, without what was removed since.

    It must not be changed.
    """
    found = record._json
    return dict(found) if isinstance(found, Edited) else found


def edited(record: Record) -> Edited:
    """Return what was received of a record in the form that notes edits."""
    found = record._json
    if isinstance(found, Edited):
        return found
    with _lock:  # two threads that read an undeclared member must get the same
        found = record._json
        if not isinstance(found, Edited):
            found = Edited(found)
            set_json(record, found)
        return found


def assigned(record: Record) -> set[str]:
    """Name the members that were assigned or given to the constructor."""
    found = record._json
    return found.assigned if isinstance(found, Edited) else set()


def loose(record: Record) -> dict[str, Json]:
    """Return the undeclared members that were set or handed out."""
    found = record._json
    # Of a copy: another thread that reads one for the first time enters it meanwhile.
    return found.loose.copy() if isinstance(found, Edited) else {}


def held(record: Record) -> dict[str, object]:
    """Return the members that were assigned or converted so far."""
    return {name: value for name, value in record.__dict__.copy().items() if name in record.MEMBERS}


def mentions(record: Record, name: str) -> bool:
    """Return whether the JSON has the member, be it null: received or assigned."""
    return record.MEMBERS[name].wire in record._json or name in assigned(record)


def undeclared_names(record: Record) -> list[str]:
    """Name the undeclared members that were received or set, by their JSON names."""
    return [wire for wire in {**record._json, **loose(record)} if wire not in record.WIRES]


def no_member(cls: type[Record], name: str) -> str:
    """Return the words of the error for a misspelt member."""
    from difflib import get_close_matches  # needed for errors alone

    near = get_close_matches(name, cls.MEMBERS, 1)
    rest = f"did you mean {near[0]!r}?" if near else f"it has {', '.join(cls.MEMBERS) or 'none'}"
    return f"{cls.__name__} has no member {name!r}; {rest}"


def bind_hints(cls: type[Record]) -> None:
    """Put the classes that annotations name into the modules that name them.

    They are imported for type checkers alone, so that reading one type does not import all others.
    """
    for found in cls.MEMBERS.values():
        module = sys.modules[found.owner.__module__]
        for named in found.codec.declared():
            if not hasattr(module, named.__name__):
                setattr(module, named.__name__, named)


class Unfinished:
    """Models whose JSON objects have their place already and no members yet, so that nesting
    costs no stack.
    """

    def __init__(self) -> None:
        self._left: list[tuple[Record, dict[str, Json], int]] = []
        self._level = 0

    def begin(self, record: Record) -> dict[str, Json]:
        """Return the object that stands for `record`; it gets its members when its turn comes."""
        if self._level > MOST_LEVELS:
            raise ValueError(
                f"a {type(record).__name__} is nested deeper than {MOST_LEVELS} levels, or contains itself"
            )
        document: dict[str, Json] = {}
        self._left.append((record, document, self._level + 1))
        return document

    def __iter__(self) -> Iterator[tuple[Record, dict[str, Json]]]:
        while self._left:
            record, document, self._level = self._left.pop()
            yield record, document


def class_of(cls: type[Any], document: Mapping[str, Json]) -> type[Any]:
    """Return the class that `@odata.type` names, where the package has it and it is one of `cls`;
    else `cls`.
    """
    # Of this very class: a derived one inherits the attribute and is not what it names.
    derived: Mapping[str, str] = cls.__dict__.get("DERIVED", _NOTHING)
    named = document.get("@odata.type") if derived else None
    name = derived.get(named.removeprefix(_GRAPH_TYPE)) if isinstance(named, str) else None
    if name is None:
        return cls
    found: type[Any] = getattr(import_module(cls.__module__.rpartition(".")[0]), name)
    return found


def wrap(cls: type[Any], document: Json) -> Any:  # an object of `cls`, which may be any record
    """Make an object of a class of what was received for it.

    Raises `Mismatch` where that is not a JSON object.
    """
    if not isinstance(document, dict):
        if not isinstance(document, Mapping):
            raise Mismatch(document, f"a JSON object ({cls.__name__})")
        document = dict(cast("JsonObject", document))
    received = cast("dict[str, Any]", document)
    made = object.__new__(class_of(cls, received))
    set_json(made, received)
    return made


def _renew_lock() -> None:
    # The thread that held it when the process was forked does not exist in the child, and never
    # releases it there.
    global _lock
    _lock = RLock()


if hasattr(os, "register_at_fork"):  # there is no fork on Windows
    os.register_at_fork(after_in_child=_renew_lock)
