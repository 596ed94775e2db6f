"""Graph's `referencedObject`."""

from __future__ import annotations

from attrs import field

from ..types import ABSENT, TEXT, Model, member, model


@model
class ReferencedObject(Model):
    """A kind of object that a reference attribute can point to.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-referencedobject
    """

    referenced_object_name: str | None = field(default=ABSENT, metadata=member("referencedObjectName", TEXT))
    """Name of the object in the same directory, such as `User` for `manager`."""

    referenced_property: str | None = field(default=ABSENT, metadata=member("referencedProperty", TEXT))
    """Attribute of the object that is meant; not supported by the service, None."""
