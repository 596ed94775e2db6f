"""Bound objects that are addressed by an id of their own."""

from __future__ import annotations

from typing import TypeVar

from graphsync._async.navigation.entity import Entity
from graphsync._async.navigation.session import Session
from graphsync._core.state.entity_state import EntityState
from graphsync.errors import NotLoaded
from graphsync_client.types import Model

M = TypeVar("M", bound=Model)


class Identified(Entity[M]):
    """A bound object that has an id of its own."""

    _id: str | None

    def __init__(self, session: Session, id: str | None, state: EntityState[M] | None) -> None:
        super().__init__(session, state)
        object.__setattr__(self, "_id", id)

    @property
    def id(self) -> str:
        """The id; known without a request, unless a `$select` left it out."""
        if self._id is None:
            raise NotLoaded(f"{type(self).__name__}.id was left out by the $select; add 'id' to it")
        return self._id

    def __repr__(self) -> str:
        return (
            super().__repr__() if self._id is not None else f"<{type(self).__name__} without an id>"
        )
