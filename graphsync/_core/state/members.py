"""Members of a bound object: its data's members, typed, and never a request."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Generic, Never, Protocol, Self, TypeVar, overload

from graphsync.errors import UnreadableMember
from graphsync_client.types import DecodeError, Model

T = TypeVar("T")


class State(Protocol):
    """What is known of the data of a bound object."""

    @property
    def whole(self) -> Model | None: ...


class Holder(Protocol):
    """A bound object, which reads and writes members of its data."""

    @property
    def _state(self) -> State: ...

    def _read(self, name: str) -> Any: ...  # the member's own type, which the descriptor declares

    def _write(self, name: str, value: Any) -> None: ...  # as above


class Loaded(Generic[T]):
    """A member of the bound object's data, to be read.

    Raises `NotLoaded` where no request has brought it.
    """

    def __init__(self, doc: str) -> None:
        self.__doc__ = doc

    def __set_name__(self, owner: type[object], name: str) -> None:
        self._name = name

    @overload
    def __get__(self, holder: None, owner: type[object]) -> Self: ...

    @overload
    def __get__(self, holder: Holder, owner: type[object]) -> T: ...

    def __get__(self, holder: Holder | None, owner: type[object]) -> Self | T:
        if holder is None:
            return self
        # The protocol between the two. As a rule all of the data is there, and reading it takes no
        # further call: this runs for each member of each item of each page.
        whole = holder._state.whole  # pyright: ignore[reportPrivateUsage]
        value: T
        if whole is None:
            value = holder._read(self._name)  # pyright: ignore[reportPrivateUsage]
            return value
        try:
            value = getattr(whole, self._name)
            return value
        except DecodeError as error:
            reason = str(error)
        raise UnreadableMember(reason)

    def __set__(self, holder: Holder, value: Never) -> None:
        raise AttributeError(
            f"{type(holder).__name__}.{self._name} is set by the service; there is no request that"
            " would change it"
        )


class Editable(Loaded[T]):
    """A member of the bound object's data, to be read and assigned.

    The object's own verb sends what was assigned.
    """

    def __set__(self, holder: Holder, value: T) -> None:
        # the protocol between the two
        holder._write(self._name, value)  # pyright: ignore[reportPrivateUsage]


def read_member(data: Model, name: str) -> Any:  # the member's own type
    """Return a member; raises `UnreadableMember` where it does not convert."""
    try:
        return getattr(data, name)
    except DecodeError as error:
        raise UnreadableMember(str(error)) from None


def unknown_member(thing: object, name: str) -> AttributeError:
    """Return the error for a member that an object does not have, with the nearest name.

    Where the name does exist, its own getter raised an AttributeError, and that is raised again.
    """
    kind = type(thing)
    if hasattr(kind, name):
        object.__getattribute__(thing, name)
    nearest = None if name.startswith("_") else nearest_name(name, dir(thing))
    hint = "" if nearest is None else f"; did you mean {nearest!r}?"
    return AttributeError(f"{kind.__name__} has no member {name!r}{hint}", name=name, obj=thing)


def nearest_name(name: str, names: Iterable[str]) -> str | None:
    """Return the public name that is most like a misspelt one; None where none is."""
    from difflib import get_close_matches  # only a program with a mistake needs it

    found = get_close_matches(name, [known for known in names if not known.startswith("_")], n=1)
    return found[0] if found else None
