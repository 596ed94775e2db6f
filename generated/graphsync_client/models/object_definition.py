"""Graph's `objectDefinition`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import TEXT, ListOf, Model, ModelOf, member

if TYPE_CHECKING:
    from .attribute_definition import AttributeDefinition
    from .object_definition_metadata_entry import ObjectDefinitionMetadataEntry


class ObjectDefinition(Model):
    """A kind of object in a directory, with its attributes.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-objectdefinition
    """

    attributes: list[AttributeDefinition] | None = member(
        "attributes", ListOf(ModelOf("attribute_definition", "AttributeDefinition"))
    )
    """The attributes; custom ones are appended here."""

    metadata: list[ObjectDefinitionMetadataEntry] | None = member(
        "metadata", ListOf(ModelOf("object_definition_metadata_entry", "ObjectDefinitionMetadataEntry"))
    )
    """Further facts about the kind of object, as text."""

    name: str | None = member("name", TEXT)
    """Name by which object mappings refer to it; unique within the directory."""

    supported_apis: list[str | None] | None = member("supportedApis", ListOf(TEXT))
    """The interfaces of the directory from which the service reads these objects."""
