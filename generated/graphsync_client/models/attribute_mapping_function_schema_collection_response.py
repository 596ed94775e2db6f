"""Graph's `attributeMappingFunctionSchemaCollectionResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import ListOf, ModelOf, member
from .base_collection_pagination_count_response import BaseCollectionPaginationCountResponse

if TYPE_CHECKING:
    from .attribute_mapping_function_schema import AttributeMappingFunctionSchema


class AttributeMappingFunctionSchemaCollectionResponse(BaseCollectionPaginationCountResponse):
    """The functions that expressions of mappings may call.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-functions
    """

    value: list[AttributeMappingFunctionSchema] | None = member(
        "value", ListOf(ModelOf("attribute_mapping_function_schema", "AttributeMappingFunctionSchema"))
    )
    """The functions."""
