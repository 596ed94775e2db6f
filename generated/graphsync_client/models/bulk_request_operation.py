"""Graph's `bulkRequestOperation`."""

from __future__ import annotations

from attrs import field

from ..types import ABSENT, ANYTHING, TEXT, Json, Model, member, model


@model
class BulkRequestOperation(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    method: str | None = field(default=ABSENT, metadata=member("method", TEXT))
    """As the Graph reference describes it."""

    bulk_id: str | None = field(default=ABSENT, metadata=member("bulkId", TEXT))
    """As the Graph reference describes it."""

    path: str | None = field(default=ABSENT, metadata=member("path", TEXT))
    """As the Graph reference describes it."""

    data: Json | None = field(default=ABSENT, metadata=member("data", ANYTHING))
    """As the Graph reference describes it."""
