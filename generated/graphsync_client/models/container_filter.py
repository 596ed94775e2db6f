"""Graph's `containerFilter`."""

from __future__ import annotations

from ..types import TEXT, ListOf, Model, member


class ContainerFilter(Model):
    """The containers of an on-premises directory that cloud sync is limited to.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationrule
    """

    included_containers: list[str | None] | None = member("includedContainers", ListOf(TEXT))
    """Distinguished names of the containers."""
