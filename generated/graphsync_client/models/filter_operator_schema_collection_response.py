"""Graph's `filterOperatorSchemaCollectionResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, ListOf, ModelOf, member, model
from .base_collection_pagination_count_response import BaseCollectionPaginationCountResponse

if TYPE_CHECKING:
    from .filter_operator_schema import FilterOperatorSchema


@model
class FilterOperatorSchemaCollectionResponse(BaseCollectionPaginationCountResponse):
    """The operators that conditions of a scope may use.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-filteroperators
    """

    value: list[FilterOperatorSchema] | None = field(
        default=ABSENT, metadata=member("value", ListOf(ModelOf("filter_operator_schema", "FilterOperatorSchema")))
    )
    """The operators."""
