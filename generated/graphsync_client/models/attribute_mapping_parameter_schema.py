"""Graph's `attributeMappingParameterSchema`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, BOOLEAN, TEXT, EnumOf, Model, member, model

if TYPE_CHECKING:
    from .attribute_type import AttributeType


@model
class AttributeMappingParameterSchema(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    allow_multiple_occurrences: bool | None = field(
        default=ABSENT, metadata=member("allowMultipleOccurrences", BOOLEAN)
    )
    """As the Graph reference describes it."""

    name: str | None = field(default=ABSENT, metadata=member("name", TEXT))
    """As the Graph reference describes it."""

    required: bool | None = field(default=ABSENT, metadata=member("required", BOOLEAN))
    """As the Graph reference describes it."""

    type: AttributeType | None = field(
        default=ABSENT, metadata=member("type", EnumOf("attribute_type", "AttributeType"))
    )
    """As the Graph reference describes it."""
