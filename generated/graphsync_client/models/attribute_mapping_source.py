"""Graph's `attributeMappingSource`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, TEXT, EnumOf, ListOf, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .attribute_mapping_source_type import AttributeMappingSourceType
    from .string_key_attribute_mapping_source_value_pair import StringKeyAttributeMappingSourceValuePair


@model
class AttributeMappingSource(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    expression: str | None = field(default=ABSENT, metadata=member("expression", TEXT))
    """As the Graph reference describes it."""

    name: str | None = field(default=ABSENT, metadata=member("name", TEXT))
    """As the Graph reference describes it."""

    parameters: list[StringKeyAttributeMappingSourceValuePair] | None = field(
        default=ABSENT,
        metadata=member(
            "parameters",
            ListOf(
                ModelOf("string_key_attribute_mapping_source_value_pair", "StringKeyAttributeMappingSourceValuePair")
            ),
        ),
    )
    """As the Graph reference describes it."""

    type: AttributeMappingSourceType | None = field(
        default=ABSENT, metadata=member("type", EnumOf("attribute_mapping_source_type", "AttributeMappingSourceType"))
    )
    """As the Graph reference describes it."""
