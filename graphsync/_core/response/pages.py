"""Pages of a collection, and the way from one to the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, Protocol, TypeVar

from graphsync._core.request.endpoint import Endpoint
from graphsync.errors import PagingLoop, TooManyPages
from graphsync_client.types import Operation, Value

T = TypeVar("T")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)
M_co = TypeVar("M_co", covariant=True)


class CollectionResponse(Protocol[M_co]):
    """What a list operation answers."""

    @property
    def value(self) -> Sequence[M_co] | None:
        """The items of this page."""
        ...

    @property
    def odata_next_link(self) -> str | None:
        """Where the next page is."""
        ...

    @property
    def odata_count(self) -> int | None:
        """How many items there are in all, if `$count` was asked for."""
        ...


class Page(Value, Generic[T]):
    """One page: its items, the link to the next one, and the count of all items where it was
    asked for.
    """

    items: tuple[T, ...]
    next_link: str | None = None
    count: int | None = None

    def __init__(
        self, items: Iterable[T], next_link: str | None = None, count: int | None = None
    ) -> None:
        own = self.__dict__
        own["items"] = tuple(items)
        own["next_link"] = next_link
        own["count"] = count

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def _repr_html_(self) -> str | None:
        """Show a notebook a table where the items are jobs; sends nothing."""
        return _html(self.items)


class Items(list[T]):
    """A list of what was read, which a notebook shows as a table where the items are jobs."""

    def _repr_html_(self) -> str | None:
        """Return the table, or None where the usual text has to do; sends nothing."""
        return _html(self)


def _html(items: Sequence[object]) -> str | None:
    from graphsync._core.display.jobs import items_html  # who prints nothing does not need it

    return items_html(items)


MOST_PAGES = 10_000
_MOST_EMPTY = 1_000


class PageLimit:
    """How many pages of a listing may be read at most; None for any number."""

    def __init__(self, most: int | None = MOST_PAGES) -> None:
        self._most = most
        self._read = 0

    def step(self, next_link: str | None) -> None:
        """Count a page.

        Raises `TooManyPages` where there is another one after as many as may be read.
        """
        self._read += 1
        if self._most is not None and self._read >= self._most and next_link is not None:
            error = TooManyPages(
                f"the listing has more than {self._read:,} pages; iterate over it, which keeps one"
                " page at a time, or pass a larger max_pages= to list()"
            )
            error.next_link = next_link
            raise error


def check_empty(empty: int, next_link: str) -> None:
    """Raise `PagingLoop` where so many pages in a row had no items that more of them are not
    worth asking for.
    """
    if empty >= _MOST_EMPTY:
        error = PagingLoop(
            f"the service sent {empty:,} pages in a row without an item, each with a link to"
            " another"
        )
        error.next_link = next_link
        raise error


def following(operation: Operation[R], link: str, endpoint: Endpoint) -> Operation[R]:
    """Return the operation of the page that a link leads to; raises `ForeignOrigin` for another
    server.

    The link is taken as it is, since its parameters mean something to the service only.
    """
    endpoint.absolute(link)
    return operation.evolve(path=endpoint.below(link), query=())


class Trail:
    """A watch for next links that lead in a circle; it remembers two links, however many pages
    there are.

    After Brent: one link is kept as a mark, and moved to where one is after 1, 2, 4, 8 … pages.
    """

    def __init__(self) -> None:
        self._mark: str | None = None
        self._steps: int = 0
        self._limit: int = 1

    def step(self, link: str) -> None:
        """Take note of the next link; raises `PagingLoop` where it was followed before."""
        if link == self._mark:
            raise PagingLoop(
                f"the service's next link {link[:200]!r} has already been followed; the pages"
                f" form a loop of {self._steps + 1} or fewer, and reading on would never end"
            )
        self._steps += 1
        if self._mark is None or self._steps == self._limit:
            self._mark, self._steps = link, 0
            self._limit *= 2
