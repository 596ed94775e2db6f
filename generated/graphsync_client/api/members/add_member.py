"""POST /groups/{group_id}/members/$ref"""

from __future__ import annotations

from ...models.reference_create import ReferenceCreate
from ...types import Operation, segment


def add_member(
    group_id: str,
    body: ReferenceCreate,
) -> Operation[None]:
    """Add a member to a group; 400 where it is one already.

    One request; never repeated blindly.
    Application permission: GroupMember.ReadWrite.All or Group.ReadWrite.All.
    Delegated permission: GroupMember.ReadWrite.All or Group.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/group-post-members
    """
    return Operation[None](
        name="add_member",
        method="POST",
        path="/groups/" + segment(group_id, "the group_id") + "/members/$ref",
        body=body.to_dict(),
        content_type="application/json",
        repeatable=False,
    )
