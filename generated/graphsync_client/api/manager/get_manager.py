"""GET /users/{user_id}/manager"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.directory_object import DirectoryObject
from ...types import Operation, Reads, query, segment


def get_manager(
    user_id: str,
    *,
    select: Sequence[str] | None = None,
    expand: Sequence[str] | None = None,
    consistency_level: str | None = None,
) -> Operation[DirectoryObject]:
    """Read the manager of a user.

    404 where there is none. `user_id` may be the `userPrincipalName`.

    One request; may be repeated.
    Application permission: User.Read.All or User.ReadWrite.All or Directory.Read.All.
    Delegated permission: User.Read.All or User.ReadWrite.All or Directory.Read.All.

    Reference: https://learn.microsoft.com/graph/api/user-list-manager
    """
    operation = Operation[DirectoryObject](
        name="get_manager",
        method="GET",
        path="/users/" + segment(user_id, "the user_id") + "/manager",
        query=query(
            ("$select", select),
            ("$expand", expand),
        ),
        reads=Reads.JSON,
        convert=DirectoryObject.from_dict,
        repeatable=True,
    )
    if consistency_level is not None:
        operation = operation.with_headers({"ConsistencyLevel": consistency_level})
    return operation
