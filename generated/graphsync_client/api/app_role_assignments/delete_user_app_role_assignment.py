"""DELETE /users/{user_id}/appRoleAssignments/{app_role_assignment_id}"""

from __future__ import annotations

from ...types import Operation, segment


def delete_user_app_role_assignment(
    user_id: str,
    app_role_assignment_id: str,
    *,
    if_match: str | None = None,
) -> Operation[None]:
    """Delete an assignment of a user.

    One request; may be repeated.
    Application permission: AppRoleAssignment.ReadWrite.All.
    Delegated permission: AppRoleAssignment.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/user-delete-approleassignments
    """
    operation = Operation[None](
        name="delete_user_app_role_assignment",
        method="DELETE",
        path="/users/"
        + segment(user_id, "the user_id")
        + "/appRoleAssignments/"
        + segment(app_role_assignment_id, "the app_role_assignment_id"),
        repeatable=True,
    )
    if if_match is not None:
        operation = operation.with_headers({"If-Match": if_match})
    return operation
