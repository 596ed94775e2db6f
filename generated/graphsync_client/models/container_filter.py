"""Graph's `containerFilter`."""

from __future__ import annotations

from attrs import field

from ..types import ABSENT, TEXT, ListOf, Model, member, model


@model
class ContainerFilter(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    included_containers: list[str | None] | None = field(
        default=ABSENT, metadata=member("includedContainers", ListOf(TEXT))
    )
    """As the Graph reference describes it."""
