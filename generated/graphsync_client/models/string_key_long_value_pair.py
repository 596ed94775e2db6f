"""Graph's `stringKeyLongValuePair`."""

from __future__ import annotations

from attrs import field

from ..types import ABSENT, INTEGER, TEXT, Model, member, model


@model
class StringKeyLongValuePair(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    key: str | None = field(default=ABSENT, metadata=member("key", TEXT))
    """As the Graph reference describes it."""

    value: int | None = field(default=ABSENT, metadata=member("value", INTEGER))
    """As the Graph reference describes it."""
