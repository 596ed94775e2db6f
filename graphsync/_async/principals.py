"""Ways to a service principal or an application."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from graphsync._core.ids import check_id
from graphsync._core.view import View
from graphsync_client.types import Owner

if TYPE_CHECKING:
    from graphsync._async.client import AsyncGraphClient
    from graphsync._core.principal import Principal

P = TypeVar("P")


class Principals(Generic[P]):
    """Choose one by its object id, `graph.service_principals[id]`, or in another way; indexing sends nothing."""

    _KIND: str
    _PATH: str

    def __init__(self, client: AsyncGraphClient) -> None:
        self._client = client

    def __getitem__(self, id: str) -> P:
        check_id(self._KIND, id)
        return self._bind(self._owner(id), id, None)

    def get_by_id(self, id: str) -> P:
        """Return the one with this object id; sends nothing, `get()` does."""
        return self[id]

    def by_app_id(self, app_id: str) -> P:
        """Return the one with this application (client) id; sends nothing, the id goes into the path as it is."""
        return self._bind(self._owner_by_app_id(app_id), None, None)

    async def find(self, *, display_name: str | None = None, app_id: str | None = None) -> P:
        """Look one up. One request; raises `NoMatch`, or `SeveralMatches` with the ids."""
        from graphsync._core.lookup import lookup_filter, only_match
        from graphsync._core.operations import find_principals

        answer = await self._client.send(find_principals(self._PATH, lookup_filter(display_name, app_id)))
        found, id = only_match(answer, self._KIND, display_name or app_id or "")
        view = View(found, frozenset({"id", "app_id", "display_name"}))
        return self._bind(self._owner(id), id, view)

    def _bind(self, owner: Owner, id: str | None, view: View[Principal] | None) -> P:
        raise NotImplementedError

    def _owner(self, id: str) -> Owner:
        raise NotImplementedError

    def _owner_by_app_id(self, app_id: str) -> Owner:
        raise NotImplementedError

    def __repr__(self) -> str:
        return f"<{type(self).__name__} /{self._PATH}>"
