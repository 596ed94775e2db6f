"""PATCH /users/{user_id}"""

from __future__ import annotations

from ...models.user_collection_response import User
from ...types import Operation, Reads, segment


def update_user(
    user_id: str,
    body: User,
) -> Operation[User | None]:
    """Change what the body mentions of a user.

    `user_id` may be the `userPrincipalName`.

    One request; never repeated blindly.
    Application permission: User.ReadWrite.All or Directory.ReadWrite.All.
    Delegated permission: User.ReadWrite.All or Directory.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/user-update
    """
    return Operation[User | None](
        name="update_user",
        method="PATCH",
        path="/users/" + segment(user_id, "the user_id"),
        body=body.to_dict(),
        content_type="application/json",
        reads=Reads.JSON,
        convert=User.from_dict,
        optional=True,
        repeatable=False,
    )
