"""GET /applications"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.application_collection_response import ApplicationCollectionResponse
from ...types import Operation, Reads, query


def list_applications(
    *,
    top: int | None = None,
    skip: int | None = None,
    search: str | None = None,
    filter: str | None = None,
    count: bool | None = None,
    orderby: Sequence[str] | None = None,
    select: Sequence[str] | None = None,
    expand: Sequence[str] | None = None,
    consistency_level: str | None = None,
) -> Operation[ApplicationCollectionResponse]:
    """List registered applications, or look one up with a filter.

    `$filter=appId eq '...'` finds at most one; names are not unique.

    One request; may be repeated.
    Application permission: Application.Read.All.
    Delegated permission: Application.Read.All.

    Reference: https://learn.microsoft.com/graph/api/application-list
    """
    operation = Operation[ApplicationCollectionResponse](
        name="list_applications",
        method="GET",
        path="/applications",
        query=query(
            ("$top", top),
            ("$skip", skip),
            ("$search", search),
            ("$filter", filter),
            ("$count", count),
            ("$orderby", orderby),
            ("$select", select),
            ("$expand", expand),
        ),
        reads=Reads.JSON,
        convert=ApplicationCollectionResponse.from_dict,
        repeatable=True,
    )
    if consistency_level is not None:
        operation = operation.with_headers({"ConsistencyLevel": consistency_level})
    return operation
