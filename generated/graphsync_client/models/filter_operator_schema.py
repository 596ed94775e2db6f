"""Graph's `filterOperatorSchema`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, TEXT, EnumOf, ListOf, member, model
from .entity import Entity

if TYPE_CHECKING:
    from .attribute_type import AttributeType
    from .scope_operator_multi_valued_comparison_type import ScopeOperatorMultiValuedComparisonType
    from .scope_operator_type import ScopeOperatorType


@model
class FilterOperatorSchema(Entity):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    arity: ScopeOperatorType | None = field(
        default=ABSENT, metadata=member("arity", EnumOf("scope_operator_type", "ScopeOperatorType"))
    )
    """As the Graph reference describes it."""

    multivalued_comparison_type: ScopeOperatorMultiValuedComparisonType | None = field(
        default=ABSENT,
        metadata=member(
            "multivaluedComparisonType",
            EnumOf("scope_operator_multi_valued_comparison_type", "ScopeOperatorMultiValuedComparisonType"),
        ),
    )
    """As the Graph reference describes it."""

    supported_attribute_types: list[AttributeType] | None = field(
        default=ABSENT, metadata=member("supportedAttributeTypes", ListOf(EnumOf("attribute_type", "AttributeType")))
    )
    """As the Graph reference describes it."""

    name: str | None = field(default=ABSENT, metadata=member("name", TEXT))
    """As the Graph reference describes it."""
