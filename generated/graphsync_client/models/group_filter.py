"""Graph's `groupFilter`."""

from __future__ import annotations

from ..types import TEXT, ListOf, Model, member


class GroupFilter(Model):
    """The on-premises groups that cloud sync is limited to.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationrule
    """

    included_groups: list[str | None] | None = member("includedGroups", ListOf(TEXT))
    """Distinguished names of the groups."""
