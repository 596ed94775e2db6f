"""POST /users"""

from __future__ import annotations

from ...models.user_collection_response import User
from ...types import Operation, Reads


def create_user(
    body: User,
) -> Operation[User]:
    """Create a user.

    Needs accountEnabled, displayName, mailNickname, userPrincipalName and passwordProfile.

    One request; never repeated blindly.
    Application permission: User.ReadWrite.All or Directory.ReadWrite.All.
    Delegated permission: User.ReadWrite.All or Directory.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/user-post-users
    """
    return Operation[User](
        name="create_user",
        method="POST",
        path="/users",
        body=body.to_dict(),
        content_type="application/json",
        reads=Reads.JSON,
        convert=User.from_dict,
        repeatable=False,
    )
