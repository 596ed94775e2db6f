"""GET /groups/{group_id}"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.group_collection_response import Group
from ...types import Operation, Reads, query, segment


def get_group(
    group_id: str,
    *,
    select: Sequence[str] | None = None,
    expand: Sequence[str] | None = None,
    consistency_level: str | None = None,
) -> Operation[Group]:
    """Read a group.

    One request; may be repeated.
    Application permission: Group.Read.All or Group.ReadWrite.All or Directory.Read.All.
    Delegated permission: Group.Read.All or Group.ReadWrite.All or Directory.Read.All.

    Reference: https://learn.microsoft.com/graph/api/group-get
    """
    operation = Operation[Group](
        name="get_group",
        method="GET",
        path="/groups/" + segment(group_id, "the group_id"),
        query=query(
            ("$select", select),
            ("$expand", expand),
        ),
        reads=Reads.JSON,
        convert=Group.from_dict,
        repeatable=True,
    )
    if consistency_level is not None:
        operation = operation.with_headers({"ConsistencyLevel": consistency_level})
    return operation
