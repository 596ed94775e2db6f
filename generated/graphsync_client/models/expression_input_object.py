"""Graph's `expressionInputObject`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import ListOf, Model, ModelOf, member

if TYPE_CHECKING:
    from .object_definition import ObjectDefinition
    from .string_key_object_value_pair import StringKeyObjectValuePair


class ExpressionInputObject(Model):
    """A sample source object to evaluate an expression with.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-expressioninputobject
    """

    definition: ObjectDefinition | None = member("definition", ModelOf("object_definition", "ObjectDefinition"))
    """Kind of the object; may be None."""

    properties: list[StringKeyObjectValuePair] | None = member(
        "properties", ListOf(ModelOf("string_key_object_value_pair", "StringKeyObjectValuePair"))
    )
    """Attributes of the sample object, each with its value."""
