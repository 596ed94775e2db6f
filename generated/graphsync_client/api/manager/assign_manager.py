"""PUT /users/{user_id}/manager/$ref"""

from __future__ import annotations

from ...models.reference_update import ReferenceUpdate
from ...types import Operation, segment


def assign_manager(
    user_id: str,
    body: ReferenceUpdate,
) -> Operation[None]:
    """Assign the manager of a user, in place of an earlier one.

    `user_id` may be the `userPrincipalName`.

    One request; may be repeated.
    Application permission: User.ReadWrite.All or Directory.ReadWrite.All.
    Delegated permission: User.ReadWrite.All or Directory.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/user-post-manager
    """
    return Operation[None](
        name="assign_manager",
        method="PUT",
        path="/users/" + segment(user_id, "the user_id") + "/manager/$ref",
        body=body.to_dict(),
        content_type="application/json",
        repeatable=True,
    )
