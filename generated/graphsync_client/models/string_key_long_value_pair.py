"""Graph's `stringKeyLongValuePair`."""

from __future__ import annotations

from attrs import field

from ..types import ABSENT, INTEGER, TEXT, Model, member, model


@model
class StringKeyLongValuePair(Model):
    """A count under a name.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-stringkeylongvaluepair
    """

    key: str | None = field(default=ABSENT, metadata=member("key", TEXT))
    """What is counted, such as `User to User`."""

    value: int | None = field(default=ABSENT, metadata=member("value", INTEGER))
    """The count."""
