"""Graph's `ReferenceCreate`."""

from __future__ import annotations

from ..types import TEXT, Model, member


class ReferenceCreate(Model):
    """The address of an object that is added to a collection of references.

    Reference: https://learn.microsoft.com/graph/api/group-post-members
    """

    odata_id: str | None = member("@odata.id", TEXT)
    """Address of the object, such as `https://graph.microsoft.com/v1.0/directoryObjects/{id}`."""
