"""DELETE /groups/{group_id}/members/{member_id}/$ref"""

from __future__ import annotations

from ...types import Operation, segment


def remove_member(
    group_id: str,
    member_id: str,
    *,
    if_match: str | None = None,
) -> Operation[None]:
    """Remove a member from a group; the object itself stays.

    One request; may be repeated.
    Application permission: GroupMember.ReadWrite.All or Group.ReadWrite.All.
    Delegated permission: GroupMember.ReadWrite.All or Group.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/group-delete-members
    """
    operation = Operation[None](
        name="remove_member",
        method="DELETE",
        path="/groups/"
        + segment(group_id, "the group_id")
        + "/members/"
        + segment(member_id, "the member_id")
        + "/$ref",
        repeatable=True,
    )
    if if_match is not None:
        operation = operation.with_headers({"If-Match": if_match})
    return operation
