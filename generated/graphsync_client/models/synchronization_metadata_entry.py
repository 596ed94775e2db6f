"""Graph's `synchronizationMetadataEntry`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, TEXT, EnumOf, Model, member, model

if TYPE_CHECKING:
    from .synchronization_metadata import SynchronizationMetadata


@model
class SynchronizationMetadataEntry(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    key: SynchronizationMetadata | None = field(
        default=ABSENT, metadata=member("key", EnumOf("synchronization_metadata", "SynchronizationMetadata"))
    )
    """As the Graph reference describes it."""

    value: str | None = field(default=ABSENT, metadata=member("value", TEXT))
    """As the Graph reference describes it."""
