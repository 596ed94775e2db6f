"""Graph's `objectMappingMetadataEntry`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, TEXT, EnumOf, Model, member, model

if TYPE_CHECKING:
    from .object_mapping_metadata import ObjectMappingMetadata


@model
class ObjectMappingMetadataEntry(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    key: ObjectMappingMetadata | None = field(
        default=ABSENT, metadata=member("key", EnumOf("object_mapping_metadata", "ObjectMappingMetadata"))
    )
    """As the Graph reference describes it."""

    value: str | None = field(default=ABSENT, metadata=member("value", TEXT))
    """As the Graph reference describes it."""
