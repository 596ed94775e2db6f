"""Graph's `identity`."""

from __future__ import annotations

from attrs import field

from ..types import ABSENT, TEXT, Model, member, model


@model
class Identity(Model):
    """Someone or something, by id and name.

    Reference: https://learn.microsoft.com/graph/api/resources/identity
    """

    display_name: str | None = field(default=ABSENT, metadata=member("displayName", TEXT))
    """Its name, which may have changed since."""

    id: str | None = field(default=ABSENT, metadata=member("id", TEXT))
    """Its identifier; what kind depends on what it is."""
