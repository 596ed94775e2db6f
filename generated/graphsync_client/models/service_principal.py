"""Graph's `servicePrincipal`."""

from __future__ import annotations

from attrs import field

from ..types import ABSENT, BOOLEAN, TEXT, ListOf, member, model
from .directory_object import DirectoryObject


@model
class ServicePrincipal(DirectoryObject):
    """An application as one tenant uses it; its synchronization provisions to that application.

    Only what tells one from another is declared; whatever else was selected or sent is kept as it came.

    Reference: https://learn.microsoft.com/graph/api/resources/serviceprincipal
    """

    account_enabled: bool | None = field(default=ABSENT, metadata=member("accountEnabled", BOOLEAN))
    """False if users may not sign in to it."""

    app_display_name: str | None = field(default=ABSENT, metadata=member("appDisplayName", TEXT))
    """Name of the application behind it, as its publisher wrote it."""

    app_id: str | None = field(default=ABSENT, metadata=member("appId", TEXT))
    """Application (client) id, shared by the service principals of all tenants."""

    app_owner_organization_id: str | None = field(default=ABSENT, metadata=member("appOwnerOrganizationId", TEXT))
    """Tenant where the application is registered."""

    application_template_id: str | None = field(default=ABSENT, metadata=member("applicationTemplateId", TEXT))
    """Gallery template that it was made from; None if it was made by hand."""

    display_name: str | None = field(default=ABSENT, metadata=member("displayName", TEXT))
    """Name in this tenant, as the portal shows it; not unique."""

    service_principal_type: str | None = field(default=ABSENT, metadata=member("servicePrincipalType", TEXT))
    """`Application`, `ManagedIdentity`, `Legacy` or `SocialIdp`."""

    tags: list[str] | None = field(default=ABSENT, metadata=member("tags", ListOf(TEXT)))
    """Marks of the portal, such as `WindowsAzureActiveDirectoryIntegratedApp`."""
