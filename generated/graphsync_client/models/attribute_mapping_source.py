"""Graph's `attributeMappingSource`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import TEXT, EnumOf, ListOf, Model, ModelOf, member

if TYPE_CHECKING:
    from .attribute_mapping_source_type import AttributeMappingSourceType
    from .string_key_attribute_mapping_source_value_pair import StringKeyAttributeMappingSourceValuePair


class AttributeMappingSource(Model):
    """Where a mapped value comes from: an attribute, a constant or a function of such sources.

    `expression` and the tree of `parameters` say the same thing twice. Who changes one must change
    both: let `parse_job_expression` make the tree.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-attributemappingsource
    """

    expression: str | None = member("expression", TEXT)
    """The source as an expression, such as `ToLower([mail])`; at most 10,000 characters."""

    name: str | None = member("name", TEXT)
    """Name of the attribute or function; for a constant its text without quotes."""

    parameters: list[StringKeyAttributeMappingSourceValuePair] | None = member(
        "parameters",
        ListOf(ModelOf("string_key_attribute_mapping_source_value_pair", "StringKeyAttributeMappingSourceValuePair")),
    )
    """Arguments of a function by parameter name, without the skipped ones; else empty or None."""

    type: AttributeMappingSourceType | None = member(
        "type", EnumOf("attribute_mapping_source_type", "AttributeMappingSourceType")
    )
    """Whether this is an attribute, a constant or a function."""
