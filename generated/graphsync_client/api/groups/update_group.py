"""PATCH /groups/{group_id}"""

from __future__ import annotations

from ...models.group_collection_response import Group
from ...types import Operation, Reads, segment


def update_group(
    group_id: str,
    body: Group,
) -> Operation[Group | None]:
    """Change what the body mentions of a group.

    One request; never repeated blindly.
    Application permission: Group.ReadWrite.All or Directory.ReadWrite.All.
    Delegated permission: Group.ReadWrite.All or Directory.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/group-update
    """
    return Operation[Group | None](
        name="update_group",
        method="PATCH",
        path="/groups/" + segment(group_id, "the group_id"),
        body=body.to_dict(),
        content_type="application/json",
        reads=Reads.JSON,
        convert=Group.from_dict,
        optional=True,
        repeatable=False,
    )
