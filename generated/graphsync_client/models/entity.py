"""Graph's `entity`."""

from __future__ import annotations

from ..types import TEXT, Model, member


class Entity(Model):
    """Anything in Graph that has an id of its own.

    Reference: https://learn.microsoft.com/graph/api/resources/entity
    """

    id: str | None = member("id", TEXT)
    """Identifier within its collection; opaque text, given by the service."""
