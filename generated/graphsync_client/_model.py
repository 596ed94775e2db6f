"""The base of every model: a received JSON object, read on demand, with what was assigned laid over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, cast, dataclass_transform

from attrs import Attribute, define, field, fields

from ._convert import Codec, Json, copy_json
from ._errors import DecodeError, Mismatch, decode_error
from ._show import show
from ._typed import ListOf

# A JSON object of the service; its values are checked when a member is read.
JsonObject = Mapping[str, Json]
# Default of every member, so that an absent keyword differs from None. It never stays in an object.
ABSENT: Any = object()

_NOTHING: JsonObject = MappingProxyType({})
_M = TypeVar("_M", bound="Model")
# Wire name, decoder, "can be edited in place" and slot of a member: all that a first read needs.
_Reader = tuple[str, Callable[[Json], object], bool, Any]


@define(frozen=True)
class Member:
    """Describe one member: its JSON name, how it converts, and whether its value is a secret."""

    wire: str
    codec: Codec
    secret: bool = False


def member(wire: str, codec: Codec, *, secret: bool = False) -> dict[str, Member]:
    """Return the attrs metadata of one member."""
    return {"member": Member(wire, codec, secret)}


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
class Model:
    """Hold a JSON object: members convert when first read, and what nobody touched is written as it came.

    A member that is not there reads as None. Undeclared members are read and written by their JSON name, as in
    `model["name"]`. `evolve` makes a changed copy. The object given to `from_dict` is kept and must not be
    changed by the caller afterwards. Reading from several threads is safe; assigning is for one at a time.
    """

    MEMBERS: ClassVar[dict[str, Member]] = {}
    WIRES: ClassVar[dict[str, str]] = {}
    READERS: ClassVar[dict[str, _Reader]] = {}

    _received: JsonObject = field(default=_NOTHING, alias="_received")
    _first: dict[str, object] = field(factory=dict[str, object], init=False)
    _assigned: frozenset[str] = field(default=frozenset(), init=False)

    def __attrs_post_init__(self) -> None:
        given: set[str] = set()
        for name, entry in self.MEMBERS.items():
            value = object.__getattribute__(self, name)
            if value is ABSENT or self._came_so(entry, name, value):
                object.__delattr__(self, name)
            else:
                given.add(name)
        object.__setattr__(self, "_assigned", frozenset(given))

    def _came_so(self, entry: Member, name: str, value: object) -> bool:
        """Tell whether a copy by `attrs.evolve` was handed nothing but what the received JSON says already."""
        if self._received is _NOTHING or (entry.codec.mutable and value is not None):
            return False
        try:
            return bool(self._convert(name, entry) == value)
        except DecodeError:
            return False

    @classmethod
    def from_dict(cls, document: JsonObject) -> Self:
        """Wrap a JSON object without looking into it; raises `DecodeError` where it is none."""
        try:
            return cls.adopt(document)
        except Mismatch as mismatch:
            raise decode_error(cls.__name__, mismatch.found, mismatch.expected) from None

    @classmethod
    def adopt(cls, document: Json) -> Self:
        """Do the work of `from_dict` for the codecs, which know the place better; raises `Mismatch`."""
        if not isinstance(document, dict):
            raise Mismatch(document, f"a JSON object ({cls.__name__})")
        wrapped = _new(cls)
        _set_received(wrapped, document)
        _set_first(wrapped, {})
        return wrapped

    if not TYPE_CHECKING:  # checkers must keep complaining about misspelt members

        def __getattr__(self, name: str) -> object:
            try:
                wire, decode, editable, slot = type(self).READERS[name]
            except KeyError:
                if name == "_assigned":  # `adopt` leaves it out: it runs for each item of each page
                    return _NO_NAMES
                wire, decode, editable, slot = type(self)._reader(name)
            raw = self._received.get(wire)
            if raw is None:
                value = None
            else:
                try:
                    value = decode(raw)
                except Mismatch as mismatch:
                    raise self._undecoded(name, mismatch) from None
                if editable:
                    # Two threads must get the same editable object; `setdefault` lets one of them win.
                    value = self._first.setdefault(name, value)
            slot.__set__(self, value)
            return value

    @classmethod
    def _reader(cls, name: str) -> _Reader:
        """Look up, once a class, what the first read of a member needs."""
        entry = cls.MEMBERS.get(name)
        if entry is None:
            raise AttributeError(f"{cls.__name__} has no member {name!r}", name=name)
        slot = next(base.__dict__[name] for base in cls.__mro__ if name in base.__dict__)
        cls.READERS[name] = reader = (entry.wire, entry.codec.decoder(), entry.codec.mutable, slot)
        return reader

    def _convert(self, name: str, entry: Member) -> object:
        raw = self._received.get(entry.wire)
        if raw is None:
            return None
        try:
            return entry.codec.decoder()(raw)
        except Mismatch as mismatch:
            raise self._undecoded(name, mismatch) from None

    def _undecoded(self, name: str, mismatch: Mismatch) -> DecodeError:
        where = f"{type(self).__name__}.{name}"
        return decode_error(where, mismatch.found, mismatch.expected, secret=self.MEMBERS[name].secret)

    @property
    def assigned(self) -> frozenset[str]:
        """Name the members that were assigned or given to the constructor."""
        return self._assigned

    def mentions(self, name: str) -> bool:
        """Tell whether the JSON has the member, be it null: received or assigned."""
        return name in self._assigned or self.MEMBERS[name].wire in self._received

    def to_dict(self) -> dict[str, Json]:
        """Return the JSON object to send: as received, overlaid with what was assigned or edited. It is a copy."""
        document: dict[str, Json] = {}
        for wire, raw in self._received.items():
            name = self.WIRES.get(wire)
            document[wire] = copy_json(raw) if name is None else self._written(name, raw)
        for name in self.MEMBERS:
            wire = self.MEMBERS[name].wire
            if name in self._assigned and wire not in document:
                document[wire] = self._written(name, None)
        return document

    def _written(self, name: str, raw: Json) -> Json:
        codec = self.MEMBERS[name].codec
        try:
            value = object.__getattribute__(self, name)
        except AttributeError:  # never read, never assigned
            return copy_json(raw)
        if name in self._assigned:
            return None if value is None else codec.encode(value)
        if not codec.mutable or value is None:
            return copy_json(raw)
        return codec.overlay(value, raw) if isinstance(codec, ListOf) else codec.encode(value)

    def changes(self) -> dict[str, Json]:
        """Return only the top-level members that were assigned or edited in place: the body of a merging PATCH."""
        return {
            wire: value
            for wire, value in self.to_dict().items()
            if wire not in self._received or self.WIRES.get(wire) in self._assigned or value != self._received[wire]
        }

    def evolve(self, **changes: Any) -> Self:  # any member of any type; names are checked here
        """Return an independent copy with the named members assigned; everything received is carried along."""
        copied = self.__copy__()
        for name, value in changes.items():
            if name not in self.MEMBERS:
                raise TypeError(f"{type(self).__name__} has no member {name!r}; it has {', '.join(self.MEMBERS)}")
            setattr(copied, name, value)
        return copied

    @property
    def undeclared(self) -> Mapping[str, Json]:
        """Return a read-only view of the received members that this class does not declare."""
        return MappingProxyType({wire: raw for wire, raw in self._received.items() if wire not in self.WIRES})

    def _undeclared_name(self, wire: str) -> str:
        if wire in self.WIRES:
            raise KeyError(f"{wire!r} is declared: use the attribute {self.WIRES[wire]!r}")
        return wire

    def __getitem__(self, wire: str) -> Json:
        return self._received[self._undeclared_name(wire)]

    def __setitem__(self, wire: str, value: Json) -> None:
        object.__setattr__(self, "_received", {**self._received, self._undeclared_name(wire): value})

    def __delitem__(self, wire: str) -> None:
        left = dict(self._received)
        del left[self._undeclared_name(wire)]
        object.__setattr__(self, "_received", left)

    def __contains__(self, wire: object) -> bool:
        return wire in self._received and wire not in self.WIRES

    def __iter__(self) -> Iterator[str]:
        # Without this, Python would iterate by calling `__getitem__` with 0, 1, 2 …
        raise TypeError(f"{type(self).__name__} is not iterable; to_dict() gives its JSON, .undeclared the rest")

    def _held(self) -> dict[str, object]:
        """Return the slots that have a value: what was assigned and what was converted so far."""
        held: dict[str, object] = {}
        for name in self.MEMBERS:
            try:
                held[name] = object.__getattribute__(self, name)
            except AttributeError:
                continue
        return held

    def _meaning(self, name: str) -> object:
        try:
            return getattr(self, name)
        except DecodeError:
            return self._received.get(self.MEMBERS[name].wire)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        if any(self._meaning(name) != other._meaning(name) for name in self.MEMBERS):
            return False
        mine, theirs = self.undeclared, other.undeclared
        return all(mine.get(wire) == theirs.get(wire) for wire in {**mine, **theirs})

    __hash__ = None  # type: ignore[assignment]  # editable objects have no lasting hash

    def __repr__(self) -> str:
        return show(self)

    def __copy__(self) -> Self:
        held = {name: _apart(value) for name, value in self._held().items()}
        return _rebuild(type(self), self._received, held, self._assigned)

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        copied = self.__copy__()
        object.__setattr__(copied, "_received", copy_json(dict(self._received)))
        return copied

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return _rebuild, (type(self), dict(self._received), self._held(), self._assigned)


def _apart(value: object) -> object:
    """Copy what can be edited in place."""
    if isinstance(value, Model):
        return value.__copy__()
    if isinstance(value, list):
        return [_apart(item) for item in cast("list[object]", value)]
    return copy_json(value)


def _rebuild(cls: type[_M], received: JsonObject, held: Mapping[str, object], assigned: frozenset[str]) -> _M:
    made = cls.__new__(cls)
    _set_received(made, received)
    _set_first(made, {})
    _set_assigned(made, assigned)
    for name, value in held.items():
        object.__setattr__(made, name, value)
    return made


_new = object.__new__
# The slots' own setters: `adopt` runs once for each item of each page.
_set_received = Model.__dict__["_received"].__set__
_set_first = Model.__dict__["_first"].__set__
_set_assigned = Model.__dict__["_assigned"].__set__
_NO_NAMES: frozenset[str] = frozenset()
