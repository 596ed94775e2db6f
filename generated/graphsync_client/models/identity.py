"""Graph's `identity`."""

from __future__ import annotations

from ..types import TEXT, Model, member


class Identity(Model):
    """Someone or something, by id and name.

    Reference: https://learn.microsoft.com/graph/api/resources/identity
    """

    display_name: str | None = member("displayName", TEXT)
    """Its name, which may have changed since."""

    id: str | None = member("id", TEXT)
    """Its identifier; what kind depends on what it is."""
