"""Graph's `stringKeyAttributeMappingSourceValuePair`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, TEXT, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .attribute_mapping_source import AttributeMappingSource


@model
class StringKeyAttributeMappingSourceValuePair(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    key: str | None = field(default=ABSENT, metadata=member("key", TEXT))
    """As the Graph reference describes it."""

    value: AttributeMappingSource | None = field(
        default=ABSENT, metadata=member("value", ModelOf("attribute_mapping_source", "AttributeMappingSource"))
    )
    """As the Graph reference describes it."""
