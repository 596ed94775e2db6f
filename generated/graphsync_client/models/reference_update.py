"""Graph's `ReferenceUpdate`."""

from __future__ import annotations

from ..types import TEXT, Model, member


class ReferenceUpdate(Model):
    """The address of an object that a single reference is set to.

    Reference: https://learn.microsoft.com/graph/api/user-post-manager
    """

    odata_id: str | None = member("@odata.id", TEXT)
    """Address of the object, such as `https://graph.microsoft.com/v1.0/users/{id}`."""
