"""Graph's `stringKeyObjectValuePair`."""

from __future__ import annotations

from ..types import ANYTHING, TEXT, Json, Model, member


class StringKeyObjectValuePair(Model):
    """An attribute of a sample object, with a value of any type.

    A list needs its type beside it, as an undeclared member: `pair["value@odata.type"] =
    "#Collection(String)"`.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-stringkeyobjectvaluepair
    """

    key: str | None = member("key", TEXT)
    """Name of the attribute."""

    value: Json | None = member("value", ANYTHING)
    """Its value: text, a number, a boolean, None, or a list of these."""
