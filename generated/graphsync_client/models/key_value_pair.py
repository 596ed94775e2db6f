"""Graph's `keyValuePair`."""

from __future__ import annotations

from attrs import field

from ..types import ABSENT, TEXT, Model, member, model


@model
class KeyValuePair(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    name: str | None = field(default=ABSENT, metadata=member("name", TEXT))
    """As the Graph reference describes it."""

    value: str | None = field(default=ABSENT, metadata=member("value", TEXT))
    """As the Graph reference describes it."""
