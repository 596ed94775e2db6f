"""Graph's `filterOperatorSchemaCollectionResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import ListOf, ModelOf, member
from .base_collection_pagination_count_response import BaseCollectionPaginationCountResponse

if TYPE_CHECKING:
    from .filter_operator_schema import FilterOperatorSchema


class FilterOperatorSchemaCollectionResponse(BaseCollectionPaginationCountResponse):
    """The operators that conditions of a scope may use.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-filteroperators
    """

    value: list[FilterOperatorSchema] | None = member(
        "value", ListOf(ModelOf("filter_operator_schema", "FilterOperatorSchema"))
    )
    """The operators."""
