"""Graph's `mutability`."""

from __future__ import annotations

from ..types import OpenEnum


class Mutability(OpenEnum):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    READ_WRITE = "ReadWrite"
    """As the Graph reference describes it."""
    READ_ONLY = "ReadOnly"
    """As the Graph reference describes it."""
    IMMUTABLE = "Immutable"
    """As the Graph reference describes it."""
    WRITE_ONLY = "WriteOnly"
    """As the Graph reference describes it."""
