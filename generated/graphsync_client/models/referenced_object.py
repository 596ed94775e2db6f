"""Graph's `referencedObject`."""

from __future__ import annotations

from ..types import TEXT, Model, member


class ReferencedObject(Model):
    """A kind of object that a reference attribute can point to.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-referencedobject
    """

    referenced_object_name: str | None = member("referencedObjectName", TEXT)
    """Name of the object in the same directory, such as `User` for `manager`."""

    referenced_property: str | None = member("referencedProperty", TEXT)
    """Attribute of the object that is meant; not supported by the service, None."""
