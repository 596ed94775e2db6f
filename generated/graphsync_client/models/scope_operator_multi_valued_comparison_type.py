"""Graph's `scopeOperatorMultiValuedComparisonType`."""

from __future__ import annotations

from ..types import OpenEnum


class ScopeOperatorMultiValuedComparisonType(OpenEnum):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    ALL = "All"
    """As the Graph reference describes it."""
    ANY = "Any"
    """As the Graph reference describes it."""
