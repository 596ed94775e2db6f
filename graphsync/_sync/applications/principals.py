# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/applications/principals.py
"""Ways to a service principal or an application."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar

from graphsync._core.request.ids import check_app_id, check_id
from graphsync._core.request.request import Request
from graphsync._core.state.entity_state import EntityState
from graphsync._sync.navigation.listing import Listing
from graphsync._sync.navigation.verb import prepared_by, several
from graphsync.errors import NotLoaded
from graphsync_client.types import Model, Operation, Owner

if TYPE_CHECKING:
    from graphsync._core.domain.lookup import Matches

P = TypeVar("P")
D = TypeVar("D", bound=Model)

_LOOKED_UP = ("id", "appId", "displayName")


class Principals(Listing[P, D]):
    """A listing whose items are chosen by their object id, `graph.service_principals[id]`.

    Choosing sends nothing.
    """

    _KIND: str

    def __getitem__(self, id: str) -> P:
        check_id(self._KIND, id)
        return self._bind(self._owner(id), id, None)

    def get_by_id(self, id: str) -> P:
        """Return the one with this object id; sends nothing, `get()` does."""
        return self[id]

    def by_app_id(self, app_id: str) -> P:
        """Return the one with this application (client) id.

        Sends nothing, the id goes into the path as it is.
        """
        check_app_id(self._KIND, app_id)
        return self._bind(self._owner_by_app_id(app_id), None, None)

    def select(self, *names: str) -> Self:
        """Ask for these members only, by Graph's names, and for the id.

        Reading another one raises `NotLoaded`.
        """
        return (
            super().select(*names) if "id" in names or not names else super().select("id", *names)
        )

    def _find_request(
        self, *, display_name: str | None = None, app_id: str | None = None
    ) -> Request[P]:
        from graphsync._core.domain.lookup import identified

        def finish(answer: Matches[D]) -> P:
            found = identified(answer)
            if answer.odata_next_link and len(found) < 2:
                raise several("find() whose matches fill several pages")
            return self._only(found, display_name, app_id, is_all=not answer.odata_next_link)

        return Request(self._find_operation(display_name, app_id), finish)

    @prepared_by(_find_request)
    def find(self, *, display_name: str | None = None, app_id: str | None = None) -> P:
        """Look one up.

        One request, unless the service sends pages; raises `NoMatch`, or `SeveralMatches` with the
        ids.
        """
        from graphsync._core.domain.lookup import identified
        from graphsync._core.response.pages import PageLimit, Trail, following

        operation = self._find_operation(display_name, app_id)
        found: dict[str, D] = {}
        trail, limit = Trail(), PageLimit()
        while True:
            answer: Matches[D] = self._session.send(operation)
            found |= identified(answer)
            link = answer.odata_next_link
            if not link or len(found) > 1:
                break
            link = self._session.endpoint.link(link)
            limit.step(link)
            trail.step(link)
            operation = following(operation, link, self._session.endpoint)
        return self._only(found, display_name, app_id, is_all=not link)

    def _find_operation(
        self, display_name: str | None, app_id: str | None
    ) -> Operation[Matches[D]]:
        from graphsync._core.domain.lookup import lookup_filter

        wanted = lookup_filter(display_name, app_id)
        return self._list_operation().with_query(
            ("$filter", wanted), ("$select", ",".join(_LOOKED_UP))
        )

    def _only(
        self, found: dict[str, D], display_name: str | None, app_id: str | None, *, is_all: bool
    ) -> P:
        from graphsync._core.domain.lookup import only_match

        data, id = only_match(found, self._KIND, display_name or app_id or "", is_all=is_all)
        return self._bind(self._owner(id), id, EntityState(data, _LOOKED_UP))

    def _item(self, data: D) -> P:
        id: str | None = getattr(data, "id", None)  # both classes have one, and no common base
        if not id:
            raise NotLoaded(f"the service sent one of the {self._KIND} without its id")
        return self._bind(
            self._owner(id), id, EntityState(data, self._options.select, self._options.expand)
        )

    def _bind(self, owner: Owner, id: str | None, state: EntityState[D] | None) -> P:
        raise NotImplementedError

    def _owner(self, id: str) -> Owner:
        raise NotImplementedError

    def _owner_by_app_id(self, app_id: str) -> Owner:
        raise NotImplementedError
