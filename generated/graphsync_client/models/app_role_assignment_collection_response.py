"""Graph's `appRoleAssignmentCollectionResponse`, and what it alone is made of."""

from __future__ import annotations

from datetime import datetime

from ..types import TEXT, TIMESTAMP, ListOf, ModelOf, member
from .base_collection_pagination_count_response import BaseCollectionPaginationCountResponse
from .directory_object import DirectoryObject


class AppRoleAssignmentCollectionResponse(BaseCollectionPaginationCountResponse):
    """A page of assignments.

    Reference: https://learn.microsoft.com/graph/api/serviceprincipal-list-approleassignedto
    """

    value: list[AppRoleAssignment] | None = member("value", ListOf(ModelOf("AppRoleAssignment")))
    """The assignments of this page."""


class AppRoleAssignment(DirectoryObject):
    """That a user, group or service principal is assigned to an application, in one of its roles.

    Where a job provisions assigned users and groups only, its assignments are its scope.

    Reference: https://learn.microsoft.com/graph/api/resources/approleassignment
    """

    app_role_id: str | None = member("appRoleId", TEXT)
    """The role; all zeros for the default role of an application that has none."""

    created_date_time: datetime | None = member("createdDateTime", TIMESTAMP)
    """When it was made, UTC; read-only."""

    principal_display_name: str | None = member("principalDisplayName", TEXT)
    """Name of who is assigned; read-only."""

    principal_id: str | None = member("principalId", TEXT)
    """Id of who is assigned; needed to create one."""

    principal_type: str | None = member("principalType", TEXT)
    """`User`, `Group` or `ServicePrincipal`; read-only."""

    resource_display_name: str | None = member("resourceDisplayName", TEXT)
    """Name of the application; read-only."""

    resource_id: str | None = member("resourceId", TEXT)
    """Object id of the application's service principal; needed to create one."""
