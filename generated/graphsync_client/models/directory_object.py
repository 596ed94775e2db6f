"""Graph's `directoryObject`."""

from __future__ import annotations

from datetime import datetime

from ..types import TIMESTAMP, member
from .entity import Entity


class DirectoryObject(Entity):
    """Anything in the directory that can be deleted and restored.

    Reference: https://learn.microsoft.com/graph/api/resources/directoryobject
    """

    DERIVED = {
        "appRoleAssignment": "AppRoleAssignment",
        "application": "Application",
        "group": "Group",
        "organization": "Organization",
        "servicePrincipal": "ServicePrincipal",
        "user": "User",
    }

    deleted_date_time: datetime | None = member("deletedDateTime", TIMESTAMP)
    """When it was deleted, UTC; None while it is not."""
