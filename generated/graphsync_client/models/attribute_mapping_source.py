"""Graph's `attributeMappingSource`, and what it alone is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import TEXT, EnumOf, ListOf, Model, ModelOf, member

if TYPE_CHECKING:
    from .attribute_mapping_source_type import AttributeMappingSourceType


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
        "parameters", ListOf(ModelOf("StringKeyAttributeMappingSourceValuePair"))
    )
    """Arguments of a function by parameter name, without the skipped ones; else empty or None."""

    type: AttributeMappingSourceType | None = member("type", EnumOf("AttributeMappingSourceType"))
    """Whether this is an attribute, a constant or a function."""


class StringKeyAttributeMappingSourceValuePair(Model):
    """An argument of a mapping function.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-stringkeyattributemappingsourcevaluepair
    """

    key: str | None = member("key", TEXT)
    """Parameter name as the functions list has it, such as `source` or `Find`."""

    value: AttributeMappingSource | None = member("value", ModelOf("AttributeMappingSource"))
    """What is passed: again an attribute, a constant or a function."""
