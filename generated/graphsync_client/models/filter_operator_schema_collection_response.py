"""Graph's `filterOperatorSchemaCollectionResponse`, and what it alone is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import TEXT, EnumOf, ListOf, ModelOf, member
from .base_collection_pagination_count_response import BaseCollectionPaginationCountResponse
from .entity import Entity

if TYPE_CHECKING:
    from .attribute_type import AttributeType
    from .scope_operator_multi_valued_comparison_type import ScopeOperatorMultiValuedComparisonType
    from .scope_operator_type import ScopeOperatorType


class FilterOperatorSchemaCollectionResponse(BaseCollectionPaginationCountResponse):
    """The operators that conditions of a scope may use.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-filteroperators
    """

    value: list[FilterOperatorSchema] | None = member("value", ListOf(ModelOf("FilterOperatorSchema")))
    """The operators."""


class FilterOperatorSchema(Entity):
    """An operator that conditions of a scope may use.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-filteroperatorschema
    """

    arity: ScopeOperatorType | None = member("arity", EnumOf("ScopeOperatorType"))
    """Whether the operator takes values or looks at the attribute alone."""

    multivalued_comparison_type: ScopeOperatorMultiValuedComparisonType | None = member(
        "multivaluedComparisonType", EnumOf("ScopeOperatorMultiValuedComparisonType")
    )
    """Whether all values of a multivalued attribute must satisfy it, or any one."""

    supported_attribute_types: list[AttributeType] | None = member(
        "supportedAttributeTypes", ListOf(EnumOf("AttributeType"))
    )
    """Types of attributes that it can be used on."""

    name: str | None = member("name", TEXT)
    """What a condition writes as its operator, such as `REGEX MATCH`."""
