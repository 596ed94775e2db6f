"""Ways to a service principal or an application."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from graphsync._async.navigation.bound import Bound
from graphsync._core.request.ids import check_app_id, check_id
from graphsync._core.state.entity_state import EntityState
from graphsync_client.types import Model, Operation, Owner

if TYPE_CHECKING:
    from graphsync._core.domain.lookup import Matches

P = TypeVar("P")
D = TypeVar("D", bound=Model)

_LOOKED_UP = ("id", "appId", "displayName")


class Principals(Bound, Generic[P, D]):
    """Choose one by its object id, `graph.service_principals[id]`, or in another way; indexing sends nothing."""

    _KIND: str

    def __getitem__(self, id: str) -> P:
        check_id(self._KIND, id)
        return self._bind(self._owner(id), id, None)

    def get_by_id(self, id: str) -> P:
        """Return the one with this object id; sends nothing, `get()` does."""
        return self[id]

    def by_app_id(self, app_id: str) -> P:
        """Return the one with this application (client) id; sends nothing, the id goes into the path as it is."""
        check_app_id(self._KIND, app_id)
        return self._bind(self._owner_by_app_id(app_id), None, None)

    async def find(self, *, display_name: str | None = None, app_id: str | None = None) -> P:
        """Look one up. One request, unless the service sends pages; raises `NoMatch`, or `SeveralMatches` with the ids."""
        from graphsync._core.domain.lookup import identified, lookup_filter, only_match
        from graphsync._core.response.pages import Trail, following

        operation = self._find_operation(lookup_filter(display_name, app_id), _LOOKED_UP)
        found: dict[str, D] = {}
        trail = Trail()
        while True:
            answer: Matches[D] = await self._client.send(operation)
            found |= identified(answer)
            link = answer.odata_next_link
            if not link or len(found) > 1:
                break
            trail.step(link)
            operation = following(operation, link, self._client.endpoint)
        data, id = only_match(found, self._KIND, display_name or app_id or "", is_all=not link)
        return self._bind(self._owner(id), id, EntityState(data, _LOOKED_UP))

    def _bind(self, owner: Owner, id: str | None, state: EntityState[D] | None) -> P:
        raise NotImplementedError

    def _owner(self, id: str) -> Owner:
        raise NotImplementedError

    def _owner_by_app_id(self, app_id: str) -> Owner:
        raise NotImplementedError

    def _find_operation(
        self, filter: str, select: tuple[str, ...]
    ) -> Operation[Any]:  # each has a response class of its own, see Matches
        raise NotImplementedError

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"
