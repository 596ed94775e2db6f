"""DELETE /{owner}/appRoleAssignedTo/{app_role_assigned_to_id}"""

from __future__ import annotations

from ...types import Operation, Owner, segment


def delete_app_role_assigned_to(
    owner: Owner,
    app_role_assigned_to_id: str,
    *,
    if_match: str | None = None,
) -> Operation[None]:
    """Delete an assignment to an application.

    A job that provisions assigned users disables or deletes the account in its next cycle.

    Only for servicePrincipals.
    One request; may be repeated.
    Application permission: AppRoleAssignment.ReadWrite.All.
    Delegated permission: AppRoleAssignment.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/serviceprincipal-delete-approleassignedto
    """
    operation = Operation[None](
        name="delete_app_role_assigned_to",
        method="DELETE",
        path=owner.path + "/appRoleAssignedTo/" + segment(app_role_assigned_to_id, "the app_role_assigned_to_id"),
        repeatable=True,
    )
    if if_match is not None:
        operation = operation.with_headers({"If-Match": if_match})
    return operation
