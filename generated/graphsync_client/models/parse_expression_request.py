"""Graph's `parseExpressionRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import TEXT, Model, ModelOf, member

if TYPE_CHECKING:
    from .attribute_definition import AttributeDefinition
    from .expression_input_object import ExpressionInputObject


class ParseExpressionRequest(Model):
    """An expression to parse, and what to try it on.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-parseexpression
    """

    expression: str | None = member("expression", TEXT)
    """The expression, such as `Join(" ", [givenName], [surname])`; at most 10,000 characters."""

    target_attribute_definition: AttributeDefinition | None = member(
        "targetAttributeDefinition", ModelOf("attribute_definition", "AttributeDefinition")
    )
    """Attribute that is to receive the value; optional."""

    test_input_object: ExpressionInputObject | None = member(
        "testInputObject", ModelOf("expression_input_object", "ExpressionInputObject")
    )
    """Sample object to evaluate it with; without one it is only parsed."""
