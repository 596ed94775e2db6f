"""Graph's `filterOperand`."""

from __future__ import annotations

from ..types import TEXT, ListOf, Model, member


class FilterOperand(Model):
    """The values that a condition compares with.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-filteroperand
    """

    values: list[str | None] | None = member("values", ListOf(TEXT))
    """The values, as text."""
