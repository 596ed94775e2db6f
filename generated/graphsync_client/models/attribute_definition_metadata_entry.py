"""Graph's `attributeDefinitionMetadataEntry`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, TEXT, EnumOf, Model, member, model

if TYPE_CHECKING:
    from .attribute_definition_metadata import AttributeDefinitionMetadata


@model
class AttributeDefinitionMetadataEntry(Model):
    """A further fact about an attribute.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-attributedefinitionmetadataentry
    """

    key: AttributeDefinitionMetadata | None = field(
        default=ABSENT, metadata=member("key", EnumOf("attribute_definition_metadata", "AttributeDefinitionMetadata"))
    )
    """What the fact is about; case as the service spells it."""

    value: str | None = field(default=ABSENT, metadata=member("value", TEXT))
    """The fact as text, for some keys JSON."""
