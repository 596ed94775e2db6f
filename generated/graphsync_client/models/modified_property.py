"""Graph's `modifiedProperty`."""

from __future__ import annotations

from ..types import TEXT, Model, member


class ModifiedProperty(Model):
    """A change of one attribute of an object.

    Reference: https://learn.microsoft.com/graph/api/resources/modifiedproperty
    """

    display_name: str | None = member("displayName", TEXT)
    """Name of the attribute."""

    new_value: str | None = member("newValue", TEXT)
    """Value afterwards, as text; None if it was cleared."""

    old_value: str | None = member("oldValue", TEXT)
    """Value before, as text; None if there was none or it is not known."""
