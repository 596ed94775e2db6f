"""Graph's `synchronizationTemplate`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, BOOLEAN, TEXT, ListOf, ModelOf, member, model
from .entity import Entity

if TYPE_CHECKING:
    from .synchronization_metadata_entry import SynchronizationMetadataEntry
    from .synchronization_schema import SynchronizationSchema


@model
class SynchronizationTemplate(Entity):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    application_id: str | None = field(default=ABSENT, metadata=member("applicationId", TEXT))
    """As the Graph reference describes it."""

    default: bool | None = field(default=ABSENT, metadata=member("default", BOOLEAN))
    """As the Graph reference describes it."""

    description: str | None = field(default=ABSENT, metadata=member("description", TEXT))
    """As the Graph reference describes it."""

    discoverable: bool | None = field(default=ABSENT, metadata=member("discoverable", BOOLEAN))
    """As the Graph reference describes it."""

    factory_tag: str | None = field(default=ABSENT, metadata=member("factoryTag", TEXT))
    """As the Graph reference describes it."""

    metadata: list[SynchronizationMetadataEntry] | None = field(
        default=ABSENT,
        metadata=member("metadata", ListOf(ModelOf("synchronization_metadata_entry", "SynchronizationMetadataEntry"))),
    )
    """As the Graph reference describes it."""

    schema: SynchronizationSchema | None = field(
        default=ABSENT, metadata=member("schema", ModelOf("synchronization_schema", "SynchronizationSchema"))
    )
    """As the Graph reference describes it."""
