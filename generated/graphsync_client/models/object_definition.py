"""Graph's `objectDefinition`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, TEXT, ListOf, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .attribute_definition import AttributeDefinition
    from .object_definition_metadata_entry import ObjectDefinitionMetadataEntry


@model
class ObjectDefinition(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    attributes: list[AttributeDefinition] | None = field(
        default=ABSENT, metadata=member("attributes", ListOf(ModelOf("attribute_definition", "AttributeDefinition")))
    )
    """As the Graph reference describes it."""

    metadata: list[ObjectDefinitionMetadataEntry] | None = field(
        default=ABSENT,
        metadata=member(
            "metadata", ListOf(ModelOf("object_definition_metadata_entry", "ObjectDefinitionMetadataEntry"))
        ),
    )
    """As the Graph reference describes it."""

    name: str | None = field(default=ABSENT, metadata=member("name", TEXT))
    """As the Graph reference describes it."""

    supported_apis: list[str | None] | None = field(default=ABSENT, metadata=member("supportedApis", ListOf(TEXT)))
    """As the Graph reference describes it."""
