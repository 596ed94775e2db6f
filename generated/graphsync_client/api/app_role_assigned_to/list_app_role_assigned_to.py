"""GET /{owner}/appRoleAssignedTo"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.app_role_assignment_collection_response import AppRoleAssignmentCollectionResponse
from ...types import Operation, Owner, Reads, query


def list_app_role_assigned_to(
    owner: Owner,
    *,
    top: int | None = None,
    skip: int | None = None,
    search: str | None = None,
    filter: str | None = None,
    count: bool | None = None,
    orderby: Sequence[str] | None = None,
    select: Sequence[str] | None = None,
    expand: Sequence[str] | None = None,
) -> Operation[AppRoleAssignmentCollectionResponse]:
    """List who is assigned to an application.

    Only for servicePrincipals.
    One request; may be repeated.
    Application permission: Application.Read.All or AppRoleAssignment.ReadWrite.All or Directory.Read.All.
    Delegated permission: Application.Read.All or AppRoleAssignment.ReadWrite.All or Directory.Read.All.

    Reference: https://learn.microsoft.com/graph/api/serviceprincipal-list-approleassignedto
    """
    return Operation[AppRoleAssignmentCollectionResponse](
        name="list_app_role_assigned_to",
        method="GET",
        path=owner.path + "/appRoleAssignedTo",
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
