"""DELETE /users/{user_id}"""

from __future__ import annotations

from ...types import Operation, segment


def delete_user(
    user_id: str,
    *,
    if_match: str | None = None,
) -> Operation[None]:
    """Delete a user; it can be restored for 30 days.

    `user_id` may be the `userPrincipalName`. `delete_deleted_item` deletes it for good.

    One request; may be repeated.
    Application permission: User.ReadWrite.All or Directory.ReadWrite.All.
    Delegated permission: User.ReadWrite.All or Directory.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/user-delete
    """
    operation = Operation[None](
        name="delete_user",
        method="DELETE",
        path="/users/" + segment(user_id, "the user_id"),
        repeatable=True,
    )
    if if_match is not None:
        operation = operation.with_headers({"If-Match": if_match})
    return operation
