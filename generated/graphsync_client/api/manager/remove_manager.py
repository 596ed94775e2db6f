"""DELETE /users/{user_id}/manager/$ref"""

from __future__ import annotations

from ...types import Operation, segment


def remove_manager(
    user_id: str,
    *,
    if_match: str | None = None,
) -> Operation[None]:
    """Remove the manager of a user.

    `user_id` may be the `userPrincipalName`.

    One request; may be repeated.
    Application permission: User.ReadWrite.All or Directory.ReadWrite.All.
    Delegated permission: User.ReadWrite.All or Directory.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/user-delete-manager
    """
    operation = Operation[None](
        name="remove_manager",
        method="DELETE",
        path="/users/" + segment(user_id, "the user_id") + "/manager/$ref",
        repeatable=True,
    )
    if if_match is not None:
        operation = operation.with_headers({"If-Match": if_match})
    return operation
