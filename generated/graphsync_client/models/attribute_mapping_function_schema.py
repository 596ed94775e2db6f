"""Graph's `attributeMappingFunctionSchema`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import TEXT, ListOf, ModelOf, member
from .entity import Entity

if TYPE_CHECKING:
    from .attribute_mapping_parameter_schema import AttributeMappingParameterSchema


class AttributeMappingFunctionSchema(Entity):
    """A function that expressions of mappings may call.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-attributemappingfunctionschema
    """

    parameters: list[AttributeMappingParameterSchema] | None = member(
        "parameters", ListOf(ModelOf("attribute_mapping_parameter_schema", "AttributeMappingParameterSchema"))
    )
    """What the function takes, in order."""

    name: str | None = member("name", TEXT)
    """Name as expressions write it, such as `Replace`; case matters."""
