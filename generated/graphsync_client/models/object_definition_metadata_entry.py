"""Graph's `objectDefinitionMetadataEntry`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, TEXT, EnumOf, Model, member, model

if TYPE_CHECKING:
    from .object_definition_metadata import ObjectDefinitionMetadata


@model
class ObjectDefinitionMetadataEntry(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    key: ObjectDefinitionMetadata | None = field(
        default=ABSENT, metadata=member("key", EnumOf("object_definition_metadata", "ObjectDefinitionMetadata"))
    )
    """As the Graph reference describes it."""

    value: str | None = field(default=ABSENT, metadata=member("value", TEXT))
    """As the Graph reference describes it."""
