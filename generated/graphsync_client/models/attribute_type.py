"""Graph's `attributeType`."""

from __future__ import annotations

from ..types import OpenEnum


class AttributeType(OpenEnum):
    """Type of an attribute's values or of a function's argument.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-attributedefinition
    """

    STRING = "String"
    """Text; what is assumed when nothing is said."""
    INTEGER = "Integer"
    """A whole number."""
    REFERENCE = "Reference"
    """A pointer to another object, such as the manager."""
    BINARY = "Binary"
    """Bytes."""
    BOOLEAN = "Boolean"
    """True or false; expressions give them as the texts `True` and `False`."""
    DATE_TIME = "DateTime"
    """A point in time."""
