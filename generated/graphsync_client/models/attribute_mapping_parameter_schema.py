"""Graph's `attributeMappingParameterSchema`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import BOOLEAN, TEXT, EnumOf, Model, member

if TYPE_CHECKING:
    from .attribute_type import AttributeType


class AttributeMappingParameterSchema(Model):
    """A parameter of a mapping function.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-attributemappingparameterschema
    """

    allow_multiple_occurrences: bool | None = member("allowMultipleOccurrences", BOOLEAN)
    """True if any number of arguments may follow, as for `Join`."""

    name: str | None = member("name", TEXT)
    """Name of the parameter, the key of its argument in a parsed expression."""

    required: bool | None = member("required", BOOLEAN)
    """False if the argument may be left empty between its commas."""

    type: AttributeType | None = member("type", EnumOf("attribute_type", "AttributeType"))
    """Type of the argument."""
