"""Graph's `BaseCollectionPaginationCountResponse`."""

from __future__ import annotations

from attrs import field

from ..types import ABSENT, INTEGER, TEXT, Model, member, model


@model
class BaseCollectionPaginationCountResponse(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    odata_count: int | None = field(default=ABSENT, metadata=member("@odata.count", INTEGER))
    """As the Graph reference describes it."""

    odata_next_link: str | None = field(default=ABSENT, metadata=member("@odata.nextLink", TEXT))
    """As the Graph reference describes it."""
