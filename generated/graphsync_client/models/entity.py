"""Graph's `entity`."""

from __future__ import annotations

from attrs import field

from ..types import ABSENT, TEXT, Model, member, model


@model
class Entity(Model):
    """Anything in Graph that has an id of its own.

    Reference: https://learn.microsoft.com/graph/api/resources/entity
    """

    id: str | None = field(default=ABSENT, metadata=member("id", TEXT))
    """Identifier within its collection; opaque text, given by the service."""
