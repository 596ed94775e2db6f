"""Graph's `attributeDefinition`, and what it alone is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import BOOLEAN, TEXT, EnumOf, ListOf, Model, ModelOf, member

if TYPE_CHECKING:
    from .attribute_definition_metadata import AttributeDefinitionMetadata
    from .attribute_type import AttributeType
    from .mutability import Mutability
    from .string_key_string_value_pair import StringKeyStringValuePair


class AttributeDefinition(Model):
    """An attribute of a kind of object: its type and its rules.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-attributedefinition
    """

    anchor: bool | None = member("anchor", BOOLEAN)
    """True for the one attribute that identifies the object: unique and never changing."""

    api_expressions: list[StringKeyStringValuePair] | None = member(
        "apiExpressions", ListOf(ModelOf("StringKeyStringValuePair"))
    )
    """How the attribute is read through each interface, as text."""

    case_exact: bool | None = member("caseExact", BOOLEAN)
    """True if a change of upper or lower case counts as a change."""

    default_value: str | None = member("defaultValue", TEXT)
    """Value when none is given."""

    flow_null_values: bool | None = member("flowNullValues", BOOLEAN)
    """True if null may be written; absent in the USNat cloud."""

    metadata: list[AttributeDefinitionMetadataEntry] | None = member(
        "metadata", ListOf(ModelOf("AttributeDefinitionMetadataEntry"))
    )
    """Further facts about the attribute, as text."""

    multivalued: bool | None = member("multivalued", BOOLEAN)
    """True if it can hold several values."""

    mutability: Mutability | None = member("mutability", EnumOf("Mutability"))
    """Whether it can be read, written, or written only once."""

    name: str | None = member("name", TEXT)
    """Name by which mappings refer to it; unique within the object."""

    referenced_objects: list[ReferencedObject] | None = member("referencedObjects", ListOf(ModelOf("ReferencedObject")))
    """For a `Reference`: the kinds of objects it can point to."""

    required: bool | None = member("required", BOOLEAN)
    """True if an object without it and without a default cannot be created."""

    type: AttributeType | None = member("type", EnumOf("AttributeType"))
    """Type of each value."""


class AttributeDefinitionMetadataEntry(Model):
    """A further fact about an attribute.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-attributedefinitionmetadataentry
    """

    key: AttributeDefinitionMetadata | None = member("key", EnumOf("AttributeDefinitionMetadata"))
    """What the fact is about; case as the service spells it."""

    value: str | None = member("value", TEXT)
    """The fact as text, for some keys JSON."""


class ReferencedObject(Model):
    """A kind of object that a reference attribute can point to.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-referencedobject
    """

    referenced_object_name: str | None = member("referencedObjectName", TEXT)
    """Name of the object in the same directory, such as `User` for `manager`."""

    referenced_property: str | None = member("referencedProperty", TEXT)
    """Attribute of the object that is meant; not supported by the service, None."""
