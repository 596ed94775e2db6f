"""Graph's `attributeMappingParameterSchema`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, BOOLEAN, TEXT, EnumOf, Model, member, model

if TYPE_CHECKING:
    from .attribute_type import AttributeType


@model
class AttributeMappingParameterSchema(Model):
    """A parameter of a mapping function.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-attributemappingparameterschema
    """

    allow_multiple_occurrences: bool | None = field(
        default=ABSENT, metadata=member("allowMultipleOccurrences", BOOLEAN)
    )
    """True if any number of arguments may follow, as for `Join`."""

    name: str | None = field(default=ABSENT, metadata=member("name", TEXT))
    """Name of the parameter, the key of its argument in a parsed expression."""

    required: bool | None = field(default=ABSENT, metadata=member("required", BOOLEAN))
    """False if the argument may be left empty between its commas."""

    type: AttributeType | None = field(
        default=ABSENT, metadata=member("type", EnumOf("attribute_type", "AttributeType"))
    )
    """Type of the argument."""
