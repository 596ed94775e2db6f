"""Graph's `groupFilter`."""

from __future__ import annotations

from attrs import field

from ..types import ABSENT, TEXT, ListOf, Model, member, model


@model
class GroupFilter(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    included_groups: list[str | None] | None = field(default=ABSENT, metadata=member("includedGroups", ListOf(TEXT)))
    """As the Graph reference describes it."""
