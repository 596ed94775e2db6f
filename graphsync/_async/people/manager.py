"""The manager of a user."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from graphsync._async.navigation.bound import Bound
from graphsync._async.navigation.session import Session
from graphsync._async.navigation.verb import verb
from graphsync._async.people.directory_entity import DirectoryEntity
from graphsync._core.domain.people import address_of
from graphsync._core.request.request import Request
from graphsync_client import models
from graphsync_client.types import Operation

U = TypeVar("U")


class Manager(Bound, Generic[U]):
    """The reference from a user to the manager; `get()` reads who that is."""

    def __init__(self, session: Session, user: str, bind: Callable[[models.User], U]) -> None:
        super().__init__(session)
        self._user = user
        self._bind = bind

    @verb
    def get(self) -> Request[U]:
        """Return the manager, loaded. One request; raises `NotFound` where there is none."""
        from graphsync_client.api.manager.get_manager import get_manager

        # Answered with a directory object, which is a user as a rule; members that it lacks read as
        # None.
        return Request(
            get_manager(self._user),
            lambda found: self._bind(models.User.from_dict(found.to_dict())),
        )

    @verb
    def assign(self, manager: str | DirectoryEntity[models.User]) -> Operation[None]:
        """Make somebody the manager, in place of whoever it was. One request.

        Args:
            manager: A bound user, an id, or an address.

        """
        from graphsync_client.api.manager.assign_manager import assign_manager

        # of this very room
        key = manager if isinstance(manager, str) else manager._address  # pyright: ignore[reportPrivateUsage]
        body = models.ReferenceUpdate(odata_id=address_of(self._session.endpoint.url, "users", key))
        return assign_manager(self._user, body)

    @verb
    def remove(self) -> Operation[None]:
        """Remove the manager; both users stay.

        One request; raises `NotFound` where there is none.
        """
        from graphsync_client.api.manager.remove_manager import remove_manager

        return remove_manager(self._user)

    def __repr__(self) -> str:
        return f"<Manager of {self._user}>"
