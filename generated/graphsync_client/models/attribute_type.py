"""Graph's `attributeType`."""

from __future__ import annotations

from ..types import OpenEnum


class AttributeType(OpenEnum):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    STRING = "String"
    """As the Graph reference describes it."""
    INTEGER = "Integer"
    """As the Graph reference describes it."""
    REFERENCE = "Reference"
    """As the Graph reference describes it."""
    BINARY = "Binary"
    """As the Graph reference describes it."""
    BOOLEAN = "Boolean"
    """As the Graph reference describes it."""
    DATE_TIME = "DateTime"
    """As the Graph reference describes it."""
