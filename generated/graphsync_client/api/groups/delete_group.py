"""DELETE /groups/{group_id}"""

from __future__ import annotations

from ...types import Operation, segment


def delete_group(
    group_id: str,
    *,
    if_match: str | None = None,
) -> Operation[None]:
    """Delete a group; a Microsoft 365 group can be restored for 30 days.

    One request; may be repeated.
    Application permission: Group.ReadWrite.All or Directory.ReadWrite.All.
    Delegated permission: Group.ReadWrite.All or Directory.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/group-delete
    """
    operation = Operation[None](
        name="delete_group",
        method="DELETE",
        path="/groups/" + segment(group_id, "the group_id"),
        repeatable=True,
    )
    if if_match is not None:
        operation = operation.with_headers({"If-Match": if_match})
    return operation
