"""GET /groups"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.group_collection_response import GroupCollectionResponse
from ...types import Operation, Reads, query


def list_groups(
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
) -> Operation[GroupCollectionResponse]:
    """List groups, or look some up with a filter.

    One request; may be repeated.
    Application permission: Group.Read.All or Group.ReadWrite.All or Directory.Read.All.
    Delegated permission: Group.Read.All or Group.ReadWrite.All or Directory.Read.All.

    Reference: https://learn.microsoft.com/graph/api/group-list
    """
    operation = Operation[GroupCollectionResponse](
        name="list_groups",
        method="GET",
        path="/groups",
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
        convert=GroupCollectionResponse.from_dict,
        repeatable=True,
    )
    if consistency_level is not None:
        operation = operation.with_headers({"ConsistencyLevel": consistency_level})
    return operation
