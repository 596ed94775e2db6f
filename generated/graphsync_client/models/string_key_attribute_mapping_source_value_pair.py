"""Graph's `stringKeyAttributeMappingSourceValuePair`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, TEXT, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .attribute_mapping_source import AttributeMappingSource


@model
class StringKeyAttributeMappingSourceValuePair(Model):
    """An argument of a mapping function.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-stringkeyattributemappingsourcevaluepair
    """

    key: str | None = field(default=ABSENT, metadata=member("key", TEXT))
    """Parameter name as the functions list has it, such as `source` or `Find`."""

    value: AttributeMappingSource | None = field(
        default=ABSENT, metadata=member("value", ModelOf("attribute_mapping_source", "AttributeMappingSource"))
    )
    """What is passed: again an attribute, a constant or a function."""
