"""Graph's `attributeMappingFunctionSchemaCollectionResponse`, and what it alone is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import BOOLEAN, TEXT, EnumOf, ListOf, Model, ModelOf, member
from .base_collection_pagination_count_response import BaseCollectionPaginationCountResponse
from .entity import Entity

if TYPE_CHECKING:
    from .attribute_type import AttributeType


class AttributeMappingFunctionSchemaCollectionResponse(BaseCollectionPaginationCountResponse):
    """The functions that expressions of mappings may call.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-functions
    """

    value: list[AttributeMappingFunctionSchema] | None = member(
        "value", ListOf(ModelOf("AttributeMappingFunctionSchema"))
    )
    """The functions."""


class AttributeMappingFunctionSchema(Entity):
    """A function that expressions of mappings may call.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-attributemappingfunctionschema
    """

    parameters: list[AttributeMappingParameterSchema] | None = member(
        "parameters", ListOf(ModelOf("AttributeMappingParameterSchema"))
    )
    """What the function takes, in order."""

    name: str | None = member("name", TEXT)
    """Name as expressions write it, such as `Replace`; case matters."""


class AttributeMappingParameterSchema(Model):
    """A parameter of a mapping function.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-attributemappingparameterschema
    """

    allow_multiple_occurrences: bool | None = member("allowMultipleOccurrences", BOOLEAN)
    """True if any number of arguments may follow, as for `Join`."""

    name: str | None = member("name", TEXT)
    """Name of the parameter, the key of its argument in a parsed expression."""

    required: bool | None = member("required", BOOLEAN)
    """False if the argument may be left empty between its commas."""

    type: AttributeType | None = member("type", EnumOf("AttributeType"))
    """Type of the argument."""
