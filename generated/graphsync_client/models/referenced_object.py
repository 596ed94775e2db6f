"""Graph's `referencedObject`."""

from __future__ import annotations

from attrs import field

from ..types import ABSENT, TEXT, Model, member, model


@model
class ReferencedObject(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    referenced_object_name: str | None = field(default=ABSENT, metadata=member("referencedObjectName", TEXT))
    """As the Graph reference describes it."""

    referenced_property: str | None = field(default=ABSENT, metadata=member("referencedProperty", TEXT))
    """As the Graph reference describes it."""
