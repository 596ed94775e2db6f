"""Pages of things, asked for while they are read."""

from __future__ import annotations

import builtins
import copy
from collections.abc import AsyncIterator
from typing import Any, Generic, Self, TypeVar

from graphsync._async.navigation.bound import Bound
from graphsync._async.navigation.session import Session
from graphsync._async.navigation.verb import prepared_by
from graphsync._core.request.query_options import QueryOptions
from graphsync._core.request.request import Request
from graphsync._core.response.pages import (
    MOST_PAGES,
    CollectionResponse,
    Items,
    Page,
    PageLimit,
    Trail,
    check_empty,
    following,
)
from graphsync.errors import GraphError
from graphsync_client.types import Operation

T = TypeVar("T")
M = TypeVar("M")


class Listing(Bound, Generic[T, M]):
    """The items of a list operation, to iterate over: one request a page, sent again at each
    iteration.

    Query options make new listings and leave this one as it is: `jobs.filter("templateId eq
    'scim'").top(50)`.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._options = QueryOptions()
        self._start: str | None = None

    @property
    def resource_path(self) -> str:
        """The collection's path below Graph's version root, percent-encoded."""
        return self._list_operation().path

    def filter(self, expression: str) -> Self:
        """Ask for what meets an OData expression, such as `templateId eq 'scim'`.

        A second one narrows the first.
        """
        return self._with(filter=expression)

    def select(self, *names: str) -> Self:
        """Ask for these members only, by Graph's names; reading another one raises `NotLoaded`."""
        return self._with(select=names)

    def expand(self, *names: str) -> Self:
        """Ask for related objects along with each item."""
        return self._with(expand=names)

    def orderby(self, *names: str) -> Self:
        """Ask for an order, such as `"id desc"`."""
        return self._with(orderby=names)

    def top(self, count: int) -> Self:
        """Ask for pages of so many items; iterating still goes through all pages."""
        return self._with(top=count)

    def skip(self, count: int) -> Self:
        """Ask to leave out the first items."""
        return self._with(skip=count)

    def search(self, text: str) -> Self:
        """Ask for what contains a text; double quotes are added where they are missing."""
        return self._with(search=text)

    def include_count(self) -> Self:
        """Ask for the number of all items on the first page, as `page.count`."""
        return self._with(count=True)

    def consistency_level(self, level: str = "eventual") -> Self:
        """Send the `ConsistencyLevel` header, which Graph wants for some searches and counts,
        with each page.
        """
        return self._with(consistency_level=level)

    def resume(self, next_link: str) -> Self:
        """Go on from a next link, such as `page.next_link` or an error's `next_link`, instead of
        from the beginning.
        """
        link = self._session.endpoint.resumed(next_link)
        self._session.endpoint.absolute(link)
        listing = copy.copy(self)
        listing._start = link
        return listing

    async def pages(self) -> AsyncIterator[Page[T]]:
        """Iterate over pages; an error on the way carries the link of the page that failed as
        `next_link`.

        Raises `PagingLoop` where the links lead in a circle, or to 1,000 pages in a row without an
        item.
        """
        link, trail = self._start, Trail()
        empty = 0
        while True:
            if link is not None:
                trail.step(link)
            try:
                page = await self._session.send(self._page_request(link))
            except GraphError as error:
                error.next_link = link
                raise
            yield page
            link = page.next_link
            if link is None:
                return
            empty = 0 if page.items else empty + 1
            check_empty(empty, link)

    def _page_request(self, link: str | None) -> Request[Page[T]]:
        operation = self._list_operation()
        if link is None:
            operation = operation.with_query(*self._options.query())
        operation = operation.with_headers(self._options.headers())
        if link is not None:
            operation = following(operation, link, self._session.endpoint)
        return Request(operation, self._page)

    def _page(self, response: CollectionResponse[M]) -> Page[T]:
        items = [self._item(item) for item in response.value or () if item is not None]
        link = response.odata_next_link
        return Page(
            items, self._session.endpoint.link(link) if link else None, response.odata_count
        )

    async def __aiter__(self) -> AsyncIterator[T]:
        async for page in self.pages():
            for item in page.items:
                yield item

    # one page
    def _list_request(self, *, max_pages: int | None = MOST_PAGES) -> Request[builtins.list[T]]:  # noqa: ARG002
        page = self._page_request(self._start)
        return Request(page.operation, lambda response: Items(page.finish(response)))

    def _first_request(self) -> Request[T | None]:
        page = self._page_request(self._start)
        return Request(page.operation, lambda response: next(iter(page.finish(response)), None))

    @prepared_by(_list_request)
    async def list(self, *, max_pages: int | None = MOST_PAGES) -> builtins.list[T]:
        """Return all items of all pages.

        One request a page, each with the client's `timeout` of its own.

        In a batch it is the first page, and `next_link` of the batch's item says where the next is.

        Args:
            max_pages: How many pages to read at most, None for any number. Where there are more,
                `TooManyPages` is raised, whose `next_link` is where they go on.

        """
        items, limit = Items[T](), PageLimit(max_pages)
        async for page in self.pages():
            items.extend(page.items)
            limit.step(page.next_link)
        return items

    @prepared_by(_first_request)
    async def first(self) -> T | None:
        """Return the first item, or None. One request, unless the service sends empty pages first.

        In a batch it is the first item of the first page.
        """
        async for item in self:
            return item
        return None

    def __contains__(self, item: object) -> bool:
        # Without this, `in` would read all pages and compare bound objects with whatever was asked
        # for.
        raise TypeError(
            f"{self!r} does not support `in`; use filter(...), or choose an item by its id and"
            " get() it"
        )

    def _with(self, **options: Any) -> Self:  # each has its own type, above
        listing = copy.copy(self)
        listing._options = self._options.adding(**options)
        return listing

    def _list_operation(
        self,
    ) -> Operation[Any]:  # each has a response class of its own, see CollectionResponse
        raise NotImplementedError

    def _item(self, data: M) -> T:
        raise NotImplementedError

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.resource_path}>"
