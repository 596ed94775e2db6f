"""Graph's `stringKeyStringValuePair`."""

from __future__ import annotations

from ..types import TEXT, Model, member


class StringKeyStringValuePair(Model):
    """A text under a name; both may hold JSON.

    As the answer of provision on demand, `value` is JSON text with the steps, and `key` is either
    JSON text with the outcome or the name of a .NET type: three shapes have been seen.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-stringkeystringvaluepair
    """

    key: str | None = member("key", TEXT)
    """The name; JSON text in some answers of provision on demand."""

    value: str | None = member("value", TEXT)
    """The text; JSON in the answer of provision on demand and in many metadata."""
