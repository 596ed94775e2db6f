"""Graph's `servicePrincipal`."""

from __future__ import annotations

from ..types import BOOLEAN, TEXT, ListOf, member
from .directory_object import DirectoryObject


class ServicePrincipal(DirectoryObject):
    """An application as one tenant uses it; its synchronization provisions to that application.

    Only what tells one from another is declared; whatever else was selected or sent is kept as it came.

    Reference: https://learn.microsoft.com/graph/api/resources/serviceprincipal
    """

    account_enabled: bool | None = member("accountEnabled", BOOLEAN)
    """False if users may not sign in to it."""

    app_display_name: str | None = member("appDisplayName", TEXT)
    """Name of the application behind it, as its publisher wrote it."""

    app_id: str | None = member("appId", TEXT)
    """Application (client) id, shared by the service principals of all tenants."""

    app_owner_organization_id: str | None = member("appOwnerOrganizationId", TEXT)
    """Tenant where the application is registered."""

    application_template_id: str | None = member("applicationTemplateId", TEXT)
    """Gallery template that it was made from; None if it was made by hand."""

    display_name: str | None = member("displayName", TEXT)
    """Name in this tenant, as the portal shows it; not unique."""

    service_principal_type: str | None = member("servicePrincipalType", TEXT)
    """`Application`, `ManagedIdentity`, `Legacy` or `SocialIdp`."""

    tags: list[str] | None = member("tags", ListOf(TEXT))
    """Marks of the portal, such as `WindowsAzureActiveDirectoryIntegratedApp`."""
