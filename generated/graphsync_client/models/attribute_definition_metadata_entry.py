"""Graph's `attributeDefinitionMetadataEntry`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import TEXT, EnumOf, Model, member

if TYPE_CHECKING:
    from .attribute_definition_metadata import AttributeDefinitionMetadata


class AttributeDefinitionMetadataEntry(Model):
    """A further fact about an attribute.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-attributedefinitionmetadataentry
    """

    key: AttributeDefinitionMetadata | None = member(
        "key", EnumOf("attribute_definition_metadata", "AttributeDefinitionMetadata")
    )
    """What the fact is about; case as the service spells it."""

    value: str | None = member("value", TEXT)
    """The fact as text, for some keys JSON."""
