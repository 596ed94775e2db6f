"""Graph's `expressionInputObject`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, ListOf, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .object_definition import ObjectDefinition
    from .string_key_object_value_pair import StringKeyObjectValuePair


@model
class ExpressionInputObject(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    definition: ObjectDefinition | None = field(
        default=ABSENT, metadata=member("definition", ModelOf("object_definition", "ObjectDefinition"))
    )
    """As the Graph reference describes it."""

    properties: list[StringKeyObjectValuePair] | None = field(
        default=ABSENT,
        metadata=member("properties", ListOf(ModelOf("string_key_object_value_pair", "StringKeyObjectValuePair"))),
    )
    """As the Graph reference describes it."""
