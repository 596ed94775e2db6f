"""POST /{owner}/appRoleAssignedTo"""

from __future__ import annotations

from ...models.app_role_assignment_collection_response import AppRoleAssignment
from ...types import Operation, Owner, Reads


def create_app_role_assigned_to(
    owner: Owner,
    body: AppRoleAssignment,
) -> Operation[AppRoleAssignment]:
    """Assign a user, group or service principal to an application.

    400 where the same assignment exists already.

    Only for servicePrincipals.
    One request; never repeated blindly.
    Application permission: AppRoleAssignment.ReadWrite.All.
    Delegated permission: AppRoleAssignment.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/serviceprincipal-post-approleassignedto
    """
    return Operation[AppRoleAssignment](
        name="create_app_role_assigned_to",
        method="POST",
        path=owner.path + "/appRoleAssignedTo",
        body=body.to_dict(),
        content_type="application/json",
        reads=Reads.JSON,
        convert=AppRoleAssignment.from_dict,
        repeatable=False,
    )
