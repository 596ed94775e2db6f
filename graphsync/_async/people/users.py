"""The users of a tenant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphsync._annotations import resolvable
from graphsync._async.navigation.listing import Listing
from graphsync._async.navigation.verb import verb
from graphsync._async.people.user import User
from graphsync._core.request.ids import check_key
from graphsync._core.request.request import Request
from graphsync._core.state.entity_state import EntityState
from graphsync_client.api.users.list_users import list_users
from graphsync_client.types import Operation

if TYPE_CHECKING:
    from graphsync_client import models

_NEEDED = (
    "account_enabled",
    "display_name",
    "mail_nickname",
    "user_principal_name",
    "password_profile",
)


@resolvable
class Users(Listing[User, "models.User"]):
    """The users of a tenant, to iterate over or to choose from.

    `graph.users["ada@contoso.com"]` takes a sign-in name as well as an id; choosing sends nothing.
    """

    def __getitem__(self, id: str) -> User:
        check_key("users", id, "async for")
        return User(self._session, id)

    def get_by_id(self, id: str) -> User:
        """Return the user with this id or sign-in name; sends nothing, `get()` does."""
        return self[id]

    @verb
    def create(self, user: models.User) -> Request[User]:
        """Create a user and return it, loaded. One request.

        Args:
            user: Needs account_enabled, display_name, mail_nickname, user_principal_name and
                password_profile; ValueError names what is missing. The password is never shown.

        """
        from graphsync._core.domain.people import check_needed
        from graphsync_client.api.users.create_user import create_user

        check_needed("user", user, _NEEDED)
        return Request(
            create_user(user), lambda data: User(self._session, data.id, EntityState(data))
        )

    def _list_operation(self) -> Operation[models.UserCollectionResponse]:
        return list_users()

    def _item(self, data: models.User) -> User:
        return User(
            self._session, data.id, EntityState(data, self._options.select, self._options.expand)
        )
