"""Graph's `objectDefinitionMetadataEntry`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import TEXT, EnumOf, Model, member

if TYPE_CHECKING:
    from .object_definition_metadata import ObjectDefinitionMetadata


class ObjectDefinitionMetadataEntry(Model):
    """A further fact about a kind of object.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-objectdefinitionmetadataentry
    """

    key: ObjectDefinitionMetadata | None = member(
        "key", EnumOf("object_definition_metadata", "ObjectDefinitionMetadata")
    )
    """What the fact is about; case as the service spells it."""

    value: str | None = member("value", TEXT)
    """The fact as text, for some keys JSON."""
