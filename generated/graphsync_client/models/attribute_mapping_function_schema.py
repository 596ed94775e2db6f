"""Graph's `attributeMappingFunctionSchema`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, TEXT, ListOf, ModelOf, member, model
from .entity import Entity

if TYPE_CHECKING:
    from .attribute_mapping_parameter_schema import AttributeMappingParameterSchema


@model
class AttributeMappingFunctionSchema(Entity):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    parameters: list[AttributeMappingParameterSchema] | None = field(
        default=ABSENT,
        metadata=member(
            "parameters", ListOf(ModelOf("attribute_mapping_parameter_schema", "AttributeMappingParameterSchema"))
        ),
    )
    """As the Graph reference describes it."""

    name: str | None = field(default=ABSENT, metadata=member("name", TEXT))
    """As the Graph reference describes it."""
