"""The items of a list in a model, found and changed by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Generic, Never, TypeVar, cast

from graphsync.errors import NoMatch, SeveralMatches
from graphsync_client.types import Model

D = TypeVar("D", bound=Model)
T_co = TypeVar("T_co", covariant=True)


class NamedItems(Generic[T_co, D]):
    """The items of a list that the service sends without an index; edits go into the data itself.

    An item answers to several names, the best one first: a rule to its name and its id, say. Where
    no name fits exactly, upper and lower case are taken as the same.
    """

    def __init__(
        self,
        holder: Callable[[], Model],
        member: str,
        what: str,
        names: Callable[[D], tuple[str | None, ...]],
        wrap: Callable[[D, NamedItems[Any, D]], T_co],  # the items, of what class they are
    ) -> None:
        self._holder = holder
        self._member = member
        self._what = what
        self._names = names
        self._wrap = wrap

    @property
    def data(self) -> tuple[D, ...]:
        """The plain items; `add` and `remove` change which there are."""
        items: list[D] | None = getattr(self._holder(), self._member)
        return tuple(items or ())

    def names(self) -> list[str]:
        """Return the best name of each item."""
        return [self._name(item) for item in self.data]

    def __getitem__(self, name: str) -> T_co:
        return self._wrap(self._find(name), self)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and bool(self._matches(name))

    def __iter__(self) -> Iterator[T_co]:
        return iter([self._wrap(item, self) for item in self.data])

    def __len__(self) -> int:
        return len(self.data)

    def add(self, item: D) -> T_co:
        """Append an item; raises ValueError where its name is taken."""
        name = self._names(item)[0]
        if not name:
            raise ValueError(f"the {self._what} has no name, so it could not be found again")
        if any(self._names(other)[0] == name for other in self.data):
            raise ValueError(
                f"there is a {self._what} {name!r} already; change that one, or remove it first"
            )
        holder = self._holder()
        if getattr(holder, self._member) is None:
            setattr(holder, self._member, [])
        getattr(holder, self._member).append(item)
        return self._wrap(item, self)

    def remove(self, name: str) -> None:
        """Remove the item with this name."""
        found = self._find(name)
        items: list[D] = getattr(self._holder(), self._member)
        del items[next(at for at, item in enumerate(items) if item is found)]

    def current(self, item: D) -> D:
        """Return an item if it is still there, else the only one with its name.

        Raises `NoMatch`.
        """
        items = self.data
        if any(other is item for other in items):
            return item
        name = self._name(item)
        found = [other for other in items if name and self._name(other) == name]
        if len(found) != 1:
            raise NoMatch(
                f"the {self._what} {name!r} no longer exists, so changes to it would be"
                f" lost; there are {', '.join(map(repr, self.names())) or 'none'}"
            )
        return found[0]

    def _name(self, item: D) -> str:
        return next((name for name in self._names(item) if name), "")

    def _find(self, name: str) -> D:
        if not isinstance(cast("object", name), str):
            raise TypeError(
                f"a {self._what} is chosen by its name, not by {name!r}; use a loop to go through"
                " all of them"
            )
        matches = self._matches(name)
        if not matches:
            raise NoMatch(
                f"there is no {self._what} {name!r}; there are"
                f" {', '.join(map(repr, self.names())) or 'none'}"
            )
        if len(matches) > 1:
            raise SeveralMatches(
                f"{len(matches)} items have the {self._what} {name!r}; iterate over them to find"
                " yours",
                [str(self._names(item)[0]) for item in matches],
            )
        return matches[0]

    def _matches(self, name: str) -> list[D]:
        if not name:
            return []
        items = self.data
        depth = max((len(self._names(item)) for item in items), default=0)
        for fold in (str, str.casefold):
            for level in range(depth):
                found = [
                    item for item in items if fold(self._names(item)[level] or "") == fold(name)
                ]
                if found:
                    return found
        return []

    def __repr__(self) -> str:
        return f"<{self._what}s: {', '.join(self.names())}>"


class NamedItem(Generic[D]):
    """An item of a list in a document, found again by its name when the document was
    read anew.
    """

    def __init__(self, data: D, siblings: NamedItems[NamedItem[D], D]) -> None:
        self._data = data
        self._siblings = siblings

    @property
    def data(self) -> D:
        """The plain data, that of the document as it is now.

        Raises `NoMatch` where it has no such item any more.
        """
        self._data = self._siblings.current(self._data)
        return self._data

    def __reduce__(self) -> Never:
        # A copy would find its way back to the original and edit that.
        raise TypeError(
            f"{self!r} is a part of a document and cannot be copied or pickled; its data can"
        )
