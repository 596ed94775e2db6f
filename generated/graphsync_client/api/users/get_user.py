"""GET /users/{user_id}"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.user_collection_response import User
from ...types import Operation, Reads, query, segment


def get_user(
    user_id: str,
    *,
    select: Sequence[str] | None = None,
    expand: Sequence[str] | None = None,
    consistency_level: str | None = None,
) -> Operation[User]:
    """Read a user by id or by `userPrincipalName`.

    One request; may be repeated.
    Application permission: User.Read.All or User.ReadWrite.All or Directory.Read.All.
    Delegated permission: User.Read.All or User.ReadWrite.All or Directory.Read.All.

    Reference: https://learn.microsoft.com/graph/api/user-get
    """
    operation = Operation[User](
        name="get_user",
        method="GET",
        path="/users/" + segment(user_id, "the user_id"),
        query=query(
            ("$select", select),
            ("$expand", expand),
        ),
        reads=Reads.JSON,
        convert=User.from_dict,
        repeatable=True,
    )
    if consistency_level is not None:
        operation = operation.with_headers({"ConsistencyLevel": consistency_level})
    return operation
