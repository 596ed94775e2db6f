"""A received JSON object, read on demand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import RLock
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Self, cast

from ._errors import DecodeError, Mismatch, decode_error
from ._json import Json
from ._maker import Maker, Store
from ._member import Member

# A JSON object of the service; its values are checked when a member is read.
JsonObject = Mapping[str, Json]

NOTHING: JsonObject = MappingProxyType({})
NO_NAMES: frozenset[str] = frozenset()
# So many objects are asked for a member before the next ones come with it: looking at a few, as a `repr` does, must not
# make all others dearer.
_OFTEN = 50
_NEVER_AGAIN = float("-inf")
# Reentrant, because making anything may run a finaliser that comes by here.
_LOCK = RLock()


class Origin:
    """Say of what a copy is made; not the object itself, so that nobody who walks through fields walks in circles."""

    __slots__ = ("record",)

    def __init__(self, record: Record) -> None:
        self.record = record


class Reader:
    """Have all that the first read of a member needs, and count how often that happened."""

    __slots__ = ("decode", "editable", "reads", "store", "wire")

    def __init__(self, member: Member, store: Store) -> None:
        self.wire = member.wire
        self.decode: Callable[[Json], object] = member.codec.decoder()
        self.editable = member.codec.mutable
        self.store = store
        self.reads: float = 0


class Record:
    """Keep what was received; a member converts when it is first read, and then stays in its slot.

    `_received` is never changed and may be shared by copies. `_first` has, by wire name, the first conversion of what
    can be edited in place, and the undeclared members that were handed out or set. `_assigned` names members. Both may
    be missing until they are needed, because objects are made for each item of each page.
    """

    __slots__ = ("_assigned", "_first", "_received")
    MEMBERS: ClassVar[dict[str, Member]] = {}
    WIRES: ClassVar[dict[str, str]] = {}
    READERS: ClassVar[dict[str, Reader]] = {}

    _maker: ClassVar[Maker[Any]]  # see `own_maker`
    _received: JsonObject
    _first: dict[str, Any]  # members of any type, and JSON
    _assigned: frozenset[str]

    @classmethod
    def from_dict(cls, document: JsonObject) -> Self:
        """Wrap a JSON object; raises `DecodeError` where it is none, and at nothing that is in it."""
        try:
            return cls.adopt(document if isinstance(document, dict) else _plain(document))
        except Mismatch as mismatch:
            raise decode_error(cls.__name__, mismatch.found, mismatch.expected, secret=True) from None

    @classmethod
    def adopt(cls, document: Json) -> Self:
        """Do the work of `from_dict` for the codecs, which know the place better; raises `Mismatch`."""
        made: Self = cls.own_maker().make(document)
        return made

    @classmethod
    def own_maker(cls) -> Maker[Any]:  # of objects of this very class, which no type can say
        """Return what makes objects of this class, not of the one that it is derived from."""
        with _LOCK:
            if "_maker" not in cls.__dict__:
                cls._maker = Maker(cls, _set_received, _set_first)
            return cls._maker

    if not TYPE_CHECKING:  # checkers must keep complaining about misspelt members

        def __getattr__(self, name: str) -> object:
            try:
                reader = type(self).READERS[name]
            except KeyError:
                if name == "_assigned":
                    return NO_NAMES
                if name == "_first":
                    return self._begin()
                if name == "_origin":  # see `Model`
                    return Origin(self)
                reader = type(self)._reader(name)
            reader.reads += 1
            if reader.reads >= _OFTEN:
                type(self)._teach(name, reader)
            raw = self._received.get(reader.wire)
            if raw is None:
                value = None
            else:
                try:
                    value = reader.decode(raw)
                except Mismatch as mismatch:
                    raise self._undecoded(name, mismatch) from None
                if reader.editable:
                    # Two threads must get the same editable object; `setdefault` lets one of them win.
                    value = self._first.setdefault(reader.wire, value)
            reader.store(self, value)
            return value

    def _begin(self) -> dict[str, Any]:  # as above
        with _LOCK:  # two threads must get the same
            try:
                first: dict[str, Any] = object.__getattribute__(self, "_first")
            except AttributeError:
                first = {}
                object.__setattr__(self, "_first", first)
            return first

    @classmethod
    def _reader(cls, name: str) -> Reader:
        """Look up, once a class, what the first read of a member needs."""
        entry = cls._entry(name)
        slot: Any = next(base.__dict__[name] for base in cls.__mro__ if name in base.__dict__)  # a slot's descriptor
        return cls.READERS.setdefault(name, Reader(entry, slot.__set__))

    @classmethod
    def _teach(cls, name: str, reader: Reader) -> None:
        reader.reads = _NEVER_AGAIN
        early = cls.MEMBERS[name].codec.early()
        if early is not None:
            cls.own_maker().learn(reader.wire, *early, reader.store)

    @classmethod
    def _entry(cls, name: str) -> Member:
        try:
            return cls.MEMBERS[name]
        except KeyError:
            raise AttributeError(f"{cls.__name__} has no member {name!r}", name=name) from None

    def _undecoded(self, name: str, mismatch: Mismatch) -> DecodeError:
        entry = self.MEMBERS[name]
        # In the place of an object may stand what the object would have kept secret.
        secret = entry.secret or entry.codec.mutable
        return decode_error(f"{type(self).__name__}.{name}", mismatch.found, mismatch.expected, secret=secret)

    def __delattr__(self, name: str) -> None:
        """Take a member out of the JSON: it is absent then, not null."""
        wire = self._entry(name).wire
        if not self.mentions(name):
            raise AttributeError(f"this {type(self).__name__} has no {name!r} to remove", name=name)
        self._drop(wire)
        object.__setattr__(self, "_assigned", self._assigned - {name})
        if name in self._held():
            object.__delattr__(self, name)

    def _drop(self, wire: str) -> None:
        object.__setattr__(self, "_received", {key: raw for key, raw in self._received.items() if key != wire})
        self._first.pop(wire, None)

    @property
    def assigned(self) -> frozenset[str]:
        """Name the members that were assigned or given to the constructor."""
        return self._assigned

    def mentions(self, name: str) -> bool:
        """Tell whether the JSON has the member, be it null: received or assigned."""
        return self._entry(name).wire in self._received or name in self._assigned

    def _held(self) -> dict[str, object]:
        """Return the slots that have a value: what was assigned and what was converted so far."""
        held: dict[str, object] = {}
        for name in self.MEMBERS:
            try:
                held[name] = object.__getattribute__(self, name)
            except AttributeError:
                continue
        return held


def _plain(document: object) -> object:
    return dict(cast("JsonObject", document)) if isinstance(document, Mapping) else document


# The slots' own setters, which are the fastest.
_set_received = Record.__dict__["_received"].__set__
_set_first = Record.__dict__["_first"].__set__
