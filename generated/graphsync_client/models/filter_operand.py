"""Graph's `filterOperand`."""

from __future__ import annotations

from attrs import field

from ..types import ABSENT, TEXT, ListOf, Model, member, model


@model
class FilterOperand(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    values: list[str | None] | None = field(default=ABSENT, metadata=member("values", ListOf(TEXT)))
    """As the Graph reference describes it."""
