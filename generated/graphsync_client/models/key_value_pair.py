"""Graph's `keyValuePair`."""

from __future__ import annotations

from ..types import TEXT, Model, member


class KeyValuePair(Model):
    """A setting: a name and its value as text.

    Reference: https://learn.microsoft.com/graph/api/resources/keyvaluepair
    """

    name: str | None = member("name", TEXT)
    """Name of the setting; always there."""

    value: str | None = member("value", TEXT)
    """Value as text, numbers, booleans (`True`) and JSON included."""
