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
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    expression: str | None = field(default=ABSENT, metadata=member("expression", TEXT))
    """As the Graph reference describes it."""

    test_input_object: ExpressionInputObject | None = field(
        default=ABSENT, metadata=member("testInputObject", ModelOf("expression_input_object", "ExpressionInputObject"))
    )
    """As the Graph reference describes it."""

    target_attribute_definition: AttributeDefinition | None = field(
        default=ABSENT,
        metadata=member("targetAttributeDefinition", ModelOf("attribute_definition", "AttributeDefinition")),
    )
    """As the Graph reference describes it."""
