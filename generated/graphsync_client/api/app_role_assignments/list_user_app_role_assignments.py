"""GET /users/{user_id}/appRoleAssignments"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.app_role_assignment_collection_response import AppRoleAssignmentCollectionResponse
from ...types import Operation, Reads, query, segment


def list_user_app_role_assignments(
    user_id: str,
    *,
    top: int | None = None,
    skip: int | None = None,
    search: str | None = None,
    filter: str | None = None,
    count: bool | None = None,
    orderby: Sequence[str] | None = None,
    select: Sequence[str] | None = None,
    expand: Sequence[str] | None = None,
    consistency_level: str | None = None,
) -> Operation[AppRoleAssignmentCollectionResponse]:
    """List the applications that a user is assigned to.

    Those through a group are not among them. `user_id` may be the `userPrincipalName`.

    One request; may be repeated.
    Application permission: Application.Read.All or AppRoleAssignment.ReadWrite.All or Directory.Read.All.
    Delegated permission: Application.Read.All or AppRoleAssignment.ReadWrite.All or Directory.Read.All.

    Reference: https://learn.microsoft.com/graph/api/user-list-approleassignments
    """
    operation = Operation[AppRoleAssignmentCollectionResponse](
        name="list_user_app_role_assignments",
        method="GET",
        path="/users/" + segment(user_id, "the user_id") + "/appRoleAssignments",
        query=query(
            ("$top", top),
            ("$skip", skip),
            ("$search", search),
            ("$filter", filter),
            ("$count", count),
            ("$orderby", orderby),
            ("$select", select),
            ("$expand", expand),
        ),
        reads=Reads.JSON,
        convert=AppRoleAssignmentCollectionResponse.from_dict,
        repeatable=True,
    )
    if consistency_level is not None:
        operation = operation.with_headers({"ConsistencyLevel": consistency_level})
    return operation
