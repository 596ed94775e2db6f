"""The items of a list in a model, found and changed by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from graphsync.errors import NoMatch, SeveralMatches
from graphsync_client.types import Model

D = TypeVar("D", bound=Model)
T = TypeVar("T")


class Named(Generic[T, D]):
    """Look up, add and remove items of a list that the service sends without an index; edits go into the data itself.

    An item answers to several names, the best one first: a rule to its name and its id, say. Where no
    name fits exactly, upper and lower case are taken as the same.
    """

    def __init__(
        self,
        holder: Model,
        member: str,
        what: str,
        names: Callable[[D], tuple[str | None, ...]],
        wrap: Callable[[D], T],
    ) -> None:
        self._holder = holder
        self._member = member
        self._what = what
        self._names = names
        self._wrap = wrap

    @property
    def data(self) -> list[D]:
        """Return the plain items; a list of the model itself, or an empty one where the model has none."""
        items: list[D] | None = getattr(self._holder, self._member)
        return [] if items is None else items

    def names(self) -> list[str]:
        """Return the best name of each item."""
        return [next((name for name in self._names(item) if name), "") for item in self.data]

    def __getitem__(self, name: str) -> T:
        return self._wrap(self._find(name))

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and bool(self._matches(name))

    def __iter__(self) -> Iterator[T]:
        return iter([self._wrap(item) for item in self.data])

    def __len__(self) -> int:
        return len(self.data)

    def add(self, item: D) -> T:
        """Append an item; raises ValueError where its name is taken."""
        name = self._names(item)[0]
        if not name:
            raise ValueError(f"the {self._what} has no name, so it could not be found again")
        if any(self._names(other)[0] == name for other in self.data):
            raise ValueError(f"there is a {self._what} {name!r} already; change that one, or remove it first")
        if getattr(self._holder, self._member) is None:
            setattr(self._holder, self._member, [])
        self.data.append(item)
        return self._wrap(item)

    def remove(self, name: str) -> None:
        """Remove the item with this name."""
        found = self._find(name)
        items = self.data
        del items[next(at for at, item in enumerate(items) if item is found)]

    def _find(self, name: str) -> D:
        matches = self._matches(name)
        if not matches:
            raise NoMatch(
                f"there is no {self._what} {name!r}; there are {', '.join(map(repr, self.names())) or 'none'}"
            )
        if len(matches) > 1:
            raise SeveralMatches(
                f"{len(matches)} items answer to the {self._what} {name!r}; find yours by going through them",
                [str(self._names(item)[0]) for item in matches],
            )
        return matches[0]

    def _matches(self, name: str) -> list[D]:
        items = self.data
        depth = max((len(self._names(item)) for item in items), default=0)
        for fold in (str, str.casefold):
            for level in range(depth):
                found = [item for item in items if fold(self._names(item)[level] or "") == fold(name)]
                if found:
                    return found
        return []

    def __repr__(self) -> str:
        return f"<{self._what}s: {', '.join(self.names())}>"
