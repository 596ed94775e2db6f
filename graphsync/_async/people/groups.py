"""The groups of a tenant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphsync._annotations import resolvable
from graphsync._async.navigation.listing import Listing
from graphsync._async.navigation.verb import verb
from graphsync._async.people.group import Group
from graphsync._core.request.ids import check_key
from graphsync._core.request.request import Request
from graphsync._core.state.entity_state import EntityState
from graphsync_client.api.groups.list_groups import list_groups
from graphsync_client.types import Operation

if TYPE_CHECKING:
    from graphsync_client import models

_NEEDED = ("display_name", "mail_enabled", "mail_nickname", "security_enabled")


@resolvable
class Groups(Listing[Group, "models.Group"]):
    """The groups of a tenant, to iterate over or to choose from: `graph.groups[id]` sends
    nothing.
    """

    def __getitem__(self, id: str) -> Group:
        check_key("groups", id, "async for")
        return Group(self._session, id)

    def get_by_id(self, id: str) -> Group:
        """Return the group with this id; sends nothing, `get()` does."""
        return self[id]

    @verb
    def create(self, group: models.Group) -> Request[Group]:
        """Create a group and return it, loaded. One request.

        Args:
            group: Needs display_name, mail_enabled, mail_nickname and security_enabled; ValueError
                names what is missing.

        """
        from graphsync._core.domain.people import check_needed
        from graphsync_client.api.groups.create_group import create_group

        check_needed("group", group, _NEEDED)
        return Request(
            create_group(group), lambda data: Group(self._session, data.id, EntityState(data))
        )

    def _list_operation(self) -> Operation[models.GroupCollectionResponse]:
        return list_groups()

    def _item(self, data: models.Group) -> Group:
        return Group(
            self._session, data.id, EntityState(data, self._options.select, self._options.expand)
        )
