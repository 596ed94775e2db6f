"""Graph's `attributeDefinitionMetadataEntry`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, TEXT, EnumOf, Model, member, model

if TYPE_CHECKING:
    from .attribute_definition_metadata import AttributeDefinitionMetadata


@model
class AttributeDefinitionMetadataEntry(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    key: AttributeDefinitionMetadata | None = field(
        default=ABSENT, metadata=member("key", EnumOf("attribute_definition_metadata", "AttributeDefinitionMetadata"))
    )
    """As the Graph reference describes it."""

    value: str | None = field(default=ABSENT, metadata=member("value", TEXT))
    """As the Graph reference describes it."""
