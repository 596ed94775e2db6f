# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/applications/owner_entity.py
"""What service principals and applications have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from graphsync._annotations import resolvable
from graphsync._core.state.entity_state import EntityState
from graphsync._core.state.members import Loaded
from graphsync._sync.navigation.entity import Entity
from graphsync._sync.navigation.session import Session
from graphsync._sync.synchronization.synchronization import Synchronization
from graphsync_client.types import Model, Operation, Owner

if TYPE_CHECKING:
    from graphsync._sync.people.owners import Owners

M = TypeVar("M", bound=Model)


@resolvable
class OwnerEntity(Entity[M]):
    """An object that owns a synchronization."""

    app_id = Loaded[str | None]("The application (client) id.")
    display_name = Loaded[str | None]("The name, as the portal shows it.")
    application_template_id = Loaded[str | None](
        "The gallery template that the application was made from."
    )
    tags = Loaded[list[str] | None]("Tags for finding and grouping it.")

    def __init__(
        self, session: Session, owner: Owner, id: str | None, state: EntityState[M] | None = None
    ) -> None:
        super().__init__(session, state)
        self._owner = owner
        self._id = id
        self._forget_children()

    def _forget_children(self) -> None:
        self._synchronization = Synchronization(self._session, self._owner)

    @property
    def id(self) -> str:
        """The object id; chosen by its application id, it has to be loaded first."""
        known = self._id or self._read("id")
        return str(known)

    @property
    def synchronization(self) -> Synchronization:
        """Its synchronization: jobs, templates and secrets."""
        return self._synchronization

    @property
    def owners(self) -> Owners:
        """Its owners."""
        from graphsync._sync.people.owners import Owners

        return Owners(self._session, self._owner)

    def _get_operation(
        self, select: Sequence[str] | None = None, expand: Sequence[str] | None = None
    ) -> Operation[M]:
        # The generated operation takes an object id; the owner's path may hold an application id
        # instead.
        return self._get_by_id("id", select, expand).evolve(path=self._owner.path)

    def _get_by_id(
        self, id: str, select: Sequence[str] | None, expand: Sequence[str] | None
    ) -> Operation[M]:
        raise NotImplementedError
