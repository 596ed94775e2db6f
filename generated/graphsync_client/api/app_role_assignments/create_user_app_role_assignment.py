"""POST /users/{user_id}/appRoleAssignments"""

from __future__ import annotations

from ...models.app_role_assignment_collection_response import AppRoleAssignment
from ...types import Operation, Reads, segment


def create_user_app_role_assignment(
    user_id: str,
    body: AppRoleAssignment,
) -> Operation[AppRoleAssignment]:
    """Assign a user to an application.

    `create_app_role_assigned_to` does the same from the application's side, and is recommended.

    One request; never repeated blindly.
    Application permission: AppRoleAssignment.ReadWrite.All.
    Delegated permission: AppRoleAssignment.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/user-post-approleassignments
    """
    return Operation[AppRoleAssignment](
        name="create_user_app_role_assignment",
        method="POST",
        path="/users/" + segment(user_id, "the user_id") + "/appRoleAssignments",
        body=body.to_dict(),
        content_type="application/json",
        reads=Reads.JSON,
        convert=AppRoleAssignment.from_dict,
        repeatable=False,
    )
