"""Graph's `stringKeyLongValuePair`."""

from __future__ import annotations

from ..types import INTEGER, TEXT, Model, member


class StringKeyLongValuePair(Model):
    """A count under a name.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-stringkeylongvaluepair
    """

    key: str | None = member("key", TEXT)
    """What is counted, such as `User to User`."""

    value: int | None = member("value", INTEGER)
    """The count."""
