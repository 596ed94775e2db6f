"""Graph's `parseExpressionRequest`, and what it alone is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import ANYTHING, TEXT, Json, ListOf, Model, ModelOf, member

if TYPE_CHECKING:
    from .attribute_definition import AttributeDefinition
    from .object_definition import ObjectDefinition


class ParseExpressionRequest(Model):
    """An expression to parse, and what to try it on.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-parseexpression
    """

    expression: str | None = member("expression", TEXT)
    """The expression, such as `Join(" ", [givenName], [surname])`; at most 10,000 characters."""

    target_attribute_definition: AttributeDefinition | None = member(
        "targetAttributeDefinition", ModelOf("AttributeDefinition")
    )
    """Attribute that is to receive the value; optional."""

    test_input_object: ExpressionInputObject | None = member("testInputObject", ModelOf("ExpressionInputObject"))
    """Sample object to evaluate it with; without one it is only parsed."""


class ExpressionInputObject(Model):
    """A sample source object to evaluate an expression with.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-expressioninputobject
    """

    definition: ObjectDefinition | None = member("definition", ModelOf("ObjectDefinition"))
    """Kind of the object; may be None."""

    properties: list[StringKeyObjectValuePair] | None = member(
        "properties", ListOf(ModelOf("StringKeyObjectValuePair"))
    )
    """Attributes of the sample object, each with its value."""


class StringKeyObjectValuePair(Model):
    """An attribute of a sample object, with a value of any type.

    A list needs its type beside it, as an undeclared member: `pair["value@odata.type"] =
    "#Collection(String)"`.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-stringkeyobjectvaluepair
    """

    key: str | None = member("key", TEXT)
    """Name of the attribute."""

    value: Json | None = member("value", ANYTHING)
    """Its value: text, a number, a boolean, None, or a list of these."""
