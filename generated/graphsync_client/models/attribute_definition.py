"""Graph's `attributeDefinition`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, BOOLEAN, TEXT, EnumOf, ListOf, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .attribute_definition_metadata_entry import AttributeDefinitionMetadataEntry
    from .attribute_type import AttributeType
    from .mutability import Mutability
    from .referenced_object import ReferencedObject
    from .string_key_string_value_pair import StringKeyStringValuePair


@model
class AttributeDefinition(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    anchor: bool | None = field(default=ABSENT, metadata=member("anchor", BOOLEAN))
    """As the Graph reference describes it."""

    api_expressions: list[StringKeyStringValuePair] | None = field(
        default=ABSENT,
        metadata=member("apiExpressions", ListOf(ModelOf("string_key_string_value_pair", "StringKeyStringValuePair"))),
    )
    """As the Graph reference describes it."""

    case_exact: bool | None = field(default=ABSENT, metadata=member("caseExact", BOOLEAN))
    """As the Graph reference describes it."""

    default_value: str | None = field(default=ABSENT, metadata=member("defaultValue", TEXT))
    """As the Graph reference describes it."""

    flow_null_values: bool | None = field(default=ABSENT, metadata=member("flowNullValues", BOOLEAN))
    """As the Graph reference describes it."""

    metadata: list[AttributeDefinitionMetadataEntry] | None = field(
        default=ABSENT,
        metadata=member(
            "metadata", ListOf(ModelOf("attribute_definition_metadata_entry", "AttributeDefinitionMetadataEntry"))
        ),
    )
    """As the Graph reference describes it."""

    multivalued: bool | None = field(default=ABSENT, metadata=member("multivalued", BOOLEAN))
    """As the Graph reference describes it."""

    mutability: Mutability | None = field(
        default=ABSENT, metadata=member("mutability", EnumOf("mutability", "Mutability"))
    )
    """As the Graph reference describes it."""

    name: str | None = field(default=ABSENT, metadata=member("name", TEXT))
    """As the Graph reference describes it."""

    referenced_objects: list[ReferencedObject] | None = field(
        default=ABSENT, metadata=member("referencedObjects", ListOf(ModelOf("referenced_object", "ReferencedObject")))
    )
    """As the Graph reference describes it."""

    required: bool | None = field(default=ABSENT, metadata=member("required", BOOLEAN))
    """As the Graph reference describes it."""

    type: AttributeType | None = field(
        default=ABSENT, metadata=member("type", EnumOf("attribute_type", "AttributeType"))
    )
    """As the Graph reference describes it."""
