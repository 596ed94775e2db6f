"""Graph's `containerFilter`."""

from __future__ import annotations

from attrs import field

from ..types import ABSENT, TEXT, ListOf, Model, member, model


@model
class ContainerFilter(Model):
    """The containers of an on-premises directory that cloud sync is limited to.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationrule
    """

    included_containers: list[str | None] | None = field(
        default=ABSENT, metadata=member("includedContainers", ListOf(TEXT))
    )
    """Distinguished names of the containers."""
