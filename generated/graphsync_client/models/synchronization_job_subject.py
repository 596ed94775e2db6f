"""Graph's `synchronizationJobSubject`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, TEXT, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .synchronization_linked_objects import SynchronizationLinkedObjects


@model
class SynchronizationJobSubject(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    links: SynchronizationLinkedObjects | None = field(
        default=ABSENT,
        metadata=member("links", ModelOf("synchronization_linked_objects", "SynchronizationLinkedObjects")),
    )
    """As the Graph reference describes it."""

    object_id: str | None = field(default=ABSENT, metadata=member("objectId", TEXT))
    """As the Graph reference describes it."""

    object_type_name: str | None = field(default=ABSENT, metadata=member("objectTypeName", TEXT))
    """As the Graph reference describes it."""
