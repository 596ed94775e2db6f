"""Graph's `keyValuePair`."""

from __future__ import annotations

from attrs import field

from ..types import ABSENT, TEXT, Model, member, model


@model
class KeyValuePair(Model):
    """A setting: a name and its value as text.

    Reference: https://learn.microsoft.com/graph/api/resources/keyvaluepair
    """

    name: str | None = field(default=ABSENT, metadata=member("name", TEXT))
    """Name of the setting; always there."""

    value: str | None = field(default=ABSENT, metadata=member("value", TEXT))
    """Value as text, numbers, booleans (`True`) and JSON included."""
