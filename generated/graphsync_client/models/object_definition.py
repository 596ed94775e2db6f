"""Graph's `objectDefinition`, and what it alone is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import TEXT, EnumOf, ListOf, Model, ModelOf, member

if TYPE_CHECKING:
    from .attribute_definition import AttributeDefinition
    from .object_definition_metadata import ObjectDefinitionMetadata


class ObjectDefinition(Model):
    """A kind of object in a directory, with its attributes.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-objectdefinition
    """

    attributes: list[AttributeDefinition] | None = member("attributes", ListOf(ModelOf("AttributeDefinition")))
    """The attributes; custom ones are appended here."""

    metadata: list[ObjectDefinitionMetadataEntry] | None = member(
        "metadata", ListOf(ModelOf("ObjectDefinitionMetadataEntry"))
    )
    """Further facts about the kind of object, as text."""

    name: str | None = member("name", TEXT)
    """Name by which object mappings refer to it; unique within the directory."""

    supported_apis: list[str | None] | None = member("supportedApis", ListOf(TEXT))
    """The interfaces of the directory from which the service reads these objects."""


class ObjectDefinitionMetadataEntry(Model):
    """A further fact about a kind of object.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-objectdefinitionmetadataentry
    """

    key: ObjectDefinitionMetadata | None = member("key", EnumOf("ObjectDefinitionMetadata"))
    """What the fact is about; case as the service spells it."""

    value: str | None = member("value", TEXT)
    """The fact as text, for some keys JSON."""
