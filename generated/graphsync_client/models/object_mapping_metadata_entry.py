"""Graph's `objectMappingMetadataEntry`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, TEXT, EnumOf, Model, member, model

if TYPE_CHECKING:
    from .object_mapping_metadata import ObjectMappingMetadata


@model
class ObjectMappingMetadataEntry(Model):
    """A further fact about an object mapping.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-objectmappingmetadataentry
    """

    key: ObjectMappingMetadata | None = field(
        default=ABSENT, metadata=member("key", EnumOf("object_mapping_metadata", "ObjectMappingMetadata"))
    )
    """What the fact is about; case as the service spells it."""

    value: str | None = field(default=ABSENT, metadata=member("value", TEXT))
    """JSON as text: `false`, or a string in quotes of its own such as `"Normal"`."""
