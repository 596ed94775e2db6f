"""Graph's `scopeOperatorType`."""

from __future__ import annotations

from ..types import OpenEnum


class ScopeOperatorType(OpenEnum):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    BINARY = "Binary"
    """As the Graph reference describes it."""
    UNARY = "Unary"
    """As the Graph reference describes it."""
