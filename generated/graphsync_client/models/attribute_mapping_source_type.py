"""Graph's `attributeMappingSourceType`."""

from __future__ import annotations

from ..types import OpenEnum


class AttributeMappingSourceType(OpenEnum):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    ATTRIBUTE = "Attribute"
    """As the Graph reference describes it."""
    CONSTANT = "Constant"
    """As the Graph reference describes it."""
    FUNCTION = "Function"
    """As the Graph reference describes it."""
