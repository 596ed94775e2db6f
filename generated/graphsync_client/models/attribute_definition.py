"""Graph's `attributeDefinition`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import BOOLEAN, TEXT, EnumOf, ListOf, Model, ModelOf, member

if TYPE_CHECKING:
    from .attribute_definition_metadata_entry import AttributeDefinitionMetadataEntry
    from .attribute_type import AttributeType
    from .mutability import Mutability
    from .referenced_object import ReferencedObject
    from .string_key_string_value_pair import StringKeyStringValuePair


class AttributeDefinition(Model):
    """An attribute of a kind of object: its type and its rules.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-attributedefinition
    """

    anchor: bool | None = member("anchor", BOOLEAN)
    """True for the one attribute that identifies the object: unique and never changing."""

    api_expressions: list[StringKeyStringValuePair] | None = member(
        "apiExpressions", ListOf(ModelOf("string_key_string_value_pair", "StringKeyStringValuePair"))
    )
    """How the attribute is read through each interface, as text."""

    case_exact: bool | None = member("caseExact", BOOLEAN)
    """True if a change of upper or lower case counts as a change."""

    default_value: str | None = member("defaultValue", TEXT)
    """Value when none is given."""

    flow_null_values: bool | None = member("flowNullValues", BOOLEAN)
    """True if null may be written; absent in the USNat cloud."""

    metadata: list[AttributeDefinitionMetadataEntry] | None = member(
        "metadata", ListOf(ModelOf("attribute_definition_metadata_entry", "AttributeDefinitionMetadataEntry"))
    )
    """Further facts about the attribute, as text."""

    multivalued: bool | None = member("multivalued", BOOLEAN)
    """True if it can hold several values."""

    mutability: Mutability | None = member("mutability", EnumOf("mutability", "Mutability"))
    """Whether it can be read, written, or written only once."""

    name: str | None = member("name", TEXT)
    """Name by which mappings refer to it; unique within the object."""

    referenced_objects: list[ReferencedObject] | None = member(
        "referencedObjects", ListOf(ModelOf("referenced_object", "ReferencedObject"))
    )
    """For a `Reference`: the kinds of objects it can point to."""

    required: bool | None = member("required", BOOLEAN)
    """True if an object without it and without a default cannot be created."""

    type: AttributeType | None = member("type", EnumOf("attribute_type", "AttributeType"))
    """Type of each value."""
