"""Graph's `stringKeyObjectValuePair`."""

from __future__ import annotations

from attrs import field

from ..types import ABSENT, TEXT, Model, member, model


@model
class StringKeyObjectValuePair(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    key: str | None = field(default=ABSENT, metadata=member("key", TEXT))
    """As the Graph reference describes it."""
