"""Graph's `synchronizationJobSubject`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import TEXT, Model, ModelOf, member

if TYPE_CHECKING:
    from .synchronization_linked_objects import SynchronizationLinkedObjects


class SynchronizationJobSubject(Model):
    """An object to provision on demand.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationjobsubject
    """

    links: SynchronizationLinkedObjects | None = member(
        "links", ModelOf("synchronization_linked_objects", "SynchronizationLinkedObjects")
    )
    """Related objects to provision with it; a group needs its members here."""

    object_id: str | None = member("objectId", TEXT)
    """Id in the source: Entra object id, on-premises DN, Workday WID, SuccessFactors personIdExternal."""

    object_type_name: str | None = member("objectTypeName", TEXT)
    """Kind in the source; case matters: `User` and `Group` in Entra ID, `user` on premises, `Worker`."""
