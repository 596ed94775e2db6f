"""GET /users"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.user_collection_response import UserCollectionResponse
from ...types import Operation, Reads, query


def list_users(
    *,
    top: int | None = None,
    search: str | None = None,
    filter: str | None = None,
    count: bool | None = None,
    orderby: Sequence[str] | None = None,
    select: Sequence[str] | None = None,
    expand: Sequence[str] | None = None,
    consistency_level: str | None = None,
) -> Operation[UserCollectionResponse]:
    """List users, or look some up with a filter.

    Without `$select` Graph sends a dozen properties; `ConsistencyLevel: eventual` is needed for
    some filters, searches and counts.

    One request; may be repeated.
    Application permission: User.Read.All or User.ReadWrite.All or Directory.Read.All.
    Delegated permission: User.Read.All or User.ReadWrite.All or Directory.Read.All.

    Reference: https://learn.microsoft.com/graph/api/user-list
    """
    operation = Operation[UserCollectionResponse](
        name="list_users",
        method="GET",
        path="/users",
        query=query(
            ("$top", top),
            ("$search", search),
            ("$filter", filter),
            ("$count", count),
            ("$orderby", orderby),
            ("$select", select),
            ("$expand", expand),
        ),
        reads=Reads.JSON,
        convert=UserCollectionResponse.from_dict,
        repeatable=True,
    )
    if consistency_level is not None:
        operation = operation.with_headers({"ConsistencyLevel": consistency_level})
    return operation
