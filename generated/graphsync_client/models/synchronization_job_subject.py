"""Graph's `synchronizationJobSubject`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, TEXT, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .synchronization_linked_objects import SynchronizationLinkedObjects


@model
class SynchronizationJobSubject(Model):
    """An object to provision on demand.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationjobsubject
    """

    links: SynchronizationLinkedObjects | None = field(
        default=ABSENT,
        metadata=member("links", ModelOf("synchronization_linked_objects", "SynchronizationLinkedObjects")),
    )
    """Related objects to provision with it; a group needs its members here."""

    object_id: str | None = field(default=ABSENT, metadata=member("objectId", TEXT))
    """Id in the source: Entra object id, on-premises DN, Workday WID, SuccessFactors personIdExternal."""

    object_type_name: str | None = field(default=ABSENT, metadata=member("objectTypeName", TEXT))
    """Kind in the source; case matters: `User` and `Group` in Entra ID, `user` on premises, `Worker`."""
