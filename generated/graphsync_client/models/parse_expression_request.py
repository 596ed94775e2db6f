"""Graph's `parseExpressionRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, TEXT, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .attribute_definition import AttributeDefinition
    from .expression_input_object import ExpressionInputObject


@model
class ParseExpressionRequest(Model):
    """An expression to parse, and what to try it on.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-parseexpression
    """

    expression: str | None = field(default=ABSENT, metadata=member("expression", TEXT))
    """The expression, such as `Join(" ", [givenName], [surname])`; at most 10,000 characters."""

    target_attribute_definition: AttributeDefinition | None = field(
        default=ABSENT,
        metadata=member("targetAttributeDefinition", ModelOf("attribute_definition", "AttributeDefinition")),
    )
    """Attribute that is to receive the value; optional."""

    test_input_object: ExpressionInputObject | None = field(
        default=ABSENT, metadata=member("testInputObject", ModelOf("expression_input_object", "ExpressionInputObject"))
    )
    """Sample object to evaluate it with; without one it is only parsed."""
