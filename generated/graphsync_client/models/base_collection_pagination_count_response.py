"""Graph's `BaseCollectionPaginationCountResponse`."""

from __future__ import annotations

from ..types import INTEGER, TEXT, Model, member


class BaseCollectionPaginationCountResponse(Model):
    """What all pages of a collection have in common.

    Reference: https://learn.microsoft.com/graph/paging
    """

    odata_count: int | None = member("@odata.count", INTEGER)
    """Size of the whole collection, on the first page, if `$count=true` asked for it."""

    odata_next_link: str | None = member("@odata.nextLink", TEXT)
    """Address of the next page, to be used as it is; absent on the last one."""
