"""Graph's `stringKeyObjectValuePair`."""

from __future__ import annotations

from ..types import TEXT, Model, member


class StringKeyObjectValuePair(Model):
    """An attribute of a sample object, with a value of any type.

    The value travels as the undeclared member `value`. A list needs its type beside it: `{"key":
    "proxyAddresses", "value@odata.type": "#Collection(String)", "value": ["a", "b"]}`.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-stringkeyobjectvaluepair
    """

    key: str | None = member("key", TEXT)
    """Name of the attribute."""
