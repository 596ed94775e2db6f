"""POST /groups/{group_id}/appRoleAssignments"""

from __future__ import annotations

from ...models.app_role_assignment_collection_response import AppRoleAssignment
from ...types import Operation, Reads, segment


def create_group_app_role_assignment(
    group_id: str,
    body: AppRoleAssignment,
) -> Operation[AppRoleAssignment]:
    """Assign a group to an application, and so its direct members.

    One request; never repeated blindly.
    Application permission: AppRoleAssignment.ReadWrite.All.
    Delegated permission: AppRoleAssignment.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/group-post-approleassignments
    """
    return Operation[AppRoleAssignment](
        name="create_group_app_role_assignment",
        method="POST",
        path="/groups/" + segment(group_id, "the group_id") + "/appRoleAssignments",
        body=body.to_dict(),
        content_type="application/json",
        reads=Reads.JSON,
        convert=AppRoleAssignment.from_dict,
        repeatable=False,
    )
