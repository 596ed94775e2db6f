# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/people/directory_entity.py
"""What users and groups have in common."""

from __future__ import annotations

from typing import Any, TypeVar

from graphsync._core.request.request import Request
from graphsync._core.state.entity_state import EntityState
from graphsync._sync.navigation.entity import Entity
from graphsync._sync.navigation.session import Session
from graphsync._sync.navigation.verb import verb
from graphsync.errors import Refused
from graphsync_client.types import Model, Operation

M = TypeVar("M", bound=Model)


class DirectoryEntity(Entity[M]):
    """An object of the directory that can be changed and deleted."""

    _key: str

    def __init__(
        self, session: Session, key: str | None, state: EntityState[M] | None = None
    ) -> None:
        super().__init__(session, state)
        self._key = key or ""
        self._forget_children()

    @property
    def id(self) -> str:
        """The object id; a user that was chosen by an address has to be loaded first."""
        return str(self._read("id")) if not self._key or "@" in self._key else self._key

    @property
    def _address(self) -> str:
        """What stands for the object in paths: what it was chosen by, or its id."""
        return self._key or self.id

    @verb
    def update(self) -> Request[None]:
        """Send the members that were edited, and no others. One request.

        Raises `Refused` where nothing was edited; `has_edits` shows it.
        """
        data = self.data
        document = data.to_dict()
        edits = self._edits()
        if not edits:
            raise Refused(
                f"{self!r} has no edits, so there is nothing to send; assign a member first"
            )
        if removed := [name for name in edits if name not in document]:
            raise Refused(
                f"{', '.join(removed)} of {self!r} cannot be removed: update() sends members to"
                " change; assign None"
            )
        changes = type(data).from_dict({name: document[name] for name in edits})
        # Edits that are made between here and the answer stay edits.
        return Request(self._update_operation(changes), lambda _: self._state.sent(data, document))

    @verb
    def purge(self) -> Operation[None]:
        """Delete the object for good, once `delete()` has deleted it. One request.

        A user goes to the deleted items for 30 days; a security group is gone at once, and there is
        nothing to purge then.
        """
        from graphsync_client.api.deleted_items.delete_deleted_item import delete_deleted_item

        return delete_deleted_item(self.id)

    def _update_operation(self, changes: M) -> Operation[Any]:  # the answer is not used
        raise NotImplementedError

    def __repr__(self) -> str:
        known = self._key or (
            self._state.snapshot is not None and getattr(self._state.snapshot.data, "id", None)
        )
        return super().__repr__() if known else f"<{type(self).__name__} without an id>"
