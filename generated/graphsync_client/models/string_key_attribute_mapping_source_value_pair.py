"""Graph's `stringKeyAttributeMappingSourceValuePair`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import TEXT, Model, ModelOf, member

if TYPE_CHECKING:
    from .attribute_mapping_source import AttributeMappingSource


class StringKeyAttributeMappingSourceValuePair(Model):
    """An argument of a mapping function.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-stringkeyattributemappingsourcevaluepair
    """

    key: str | None = member("key", TEXT)
    """Parameter name as the functions list has it, such as `source` or `Find`."""

    value: AttributeMappingSource | None = member(
        "value", ModelOf("attribute_mapping_source", "AttributeMappingSource")
    )
    """What is passed: again an attribute, a constant or a function."""
