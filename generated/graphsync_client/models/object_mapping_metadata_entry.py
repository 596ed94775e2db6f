"""Graph's `objectMappingMetadataEntry`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import TEXT, EnumOf, Model, member

if TYPE_CHECKING:
    from .object_mapping_metadata import ObjectMappingMetadata


class ObjectMappingMetadataEntry(Model):
    """A further fact about an object mapping.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-objectmappingmetadataentry
    """

    key: ObjectMappingMetadata | None = member("key", EnumOf("object_mapping_metadata", "ObjectMappingMetadata"))
    """What the fact is about; case as the service spells it."""

    value: str | None = member("value", TEXT)
    """JSON as text: `false`, or a string in quotes of its own such as `"Normal"`."""
