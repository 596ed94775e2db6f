"""Graph's `entity`."""

from __future__ import annotations

from attrs import field

from ..types import ABSENT, TEXT, Model, member, model


@model
class Entity(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    id: str | None = field(default=ABSENT, metadata=member("id", TEXT))
    """As the Graph reference describes it."""
