"""Graph's `objectConnection`."""

from __future__ import annotations

from ..types import TEXT, Model, member


class ObjectConnection(Model):
    """The link that a job keeps between an object of the source and one of the target (beta).

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-overview
    """

    object_id: str | None = member("objectId", TEXT)
    """The identifier that was asked for, or the object's own."""

    source_anchor: str | None = member("sourceAnchor", TEXT)
    """What identifies the object in the source."""

    target_anchor: str | None = member("targetAnchor", TEXT)
    """What identifies it in the target."""

    display_name: str | None = member("displayName", TEXT)
    """Name of the object, where the service knows it."""

    object_type_name: str | None = member("objectTypeName", TEXT)
    """`user` or `group`."""
