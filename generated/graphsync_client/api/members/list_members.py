"""GET /groups/{group_id}/members"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.directory_object_collection_response import DirectoryObjectCollectionResponse
from ...types import Operation, Reads, query, segment


def list_members(
    group_id: str,
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
) -> Operation[DirectoryObjectCollectionResponse]:
    """List the direct members of a group.

    One request; may be repeated.
    Application permission: GroupMember.Read.All or Group.Read.All or Directory.Read.All.
    Delegated permission: GroupMember.Read.All or Group.Read.All or Directory.Read.All.

    Reference: https://learn.microsoft.com/graph/api/group-list-members
    """
    operation = Operation[DirectoryObjectCollectionResponse](
        name="list_members",
        method="GET",
        path="/groups/" + segment(group_id, "the group_id") + "/members",
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
        convert=DirectoryObjectCollectionResponse.from_dict,
        repeatable=True,
    )
    if consistency_level is not None:
        operation = operation.with_headers({"ConsistencyLevel": consistency_level})
    return operation
