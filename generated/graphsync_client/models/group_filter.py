"""Graph's `groupFilter`."""

from __future__ import annotations

from attrs import field

from ..types import ABSENT, TEXT, ListOf, Model, member, model


@model
class GroupFilter(Model):
    """The on-premises groups that cloud sync is limited to.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationrule
    """

    included_groups: list[str | None] | None = field(default=ABSENT, metadata=member("includedGroups", ListOf(TEXT)))
    """Distinguished names of the groups."""
