"""Graph's `filterOperand`."""

from __future__ import annotations

from attrs import field

from ..types import ABSENT, TEXT, ListOf, Model, member, model


@model
class FilterOperand(Model):
    """The values that a condition compares with.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-filteroperand
    """

    values: list[str | None] | None = field(default=ABSENT, metadata=member("values", ListOf(TEXT)))
    """The values, as text."""
