"""Graph's `servicePrincipal`, and what it alone is made of."""

from __future__ import annotations

from ..types import BOOLEAN, TEXT, ListOf, Model, ModelOf, member
from .directory_object import DirectoryObject


class ServicePrincipal(DirectoryObject):
    """An application as one tenant uses it; its synchronization provisions to that application.

    Only what identifies one is declared; whatever else was selected or sent is kept as it came.

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

    app_roles: list[AppRole] | None = member("appRoles", ListOf(ModelOf("AppRole")))
    """Roles that people and groups can be assigned to."""

    application_template_id: str | None = member("applicationTemplateId", TEXT)
    """Gallery template that it was made from; None if it was made by hand."""

    display_name: str | None = member("displayName", TEXT)
    """Name in this tenant, as the portal shows it; not unique."""

    service_principal_type: str | None = member("servicePrincipalType", TEXT)
    """`Application`, `ManagedIdentity`, `Legacy` or `SocialIdp`."""

    tags: list[str] | None = member("tags", ListOf(TEXT))
    """Marks of the portal, such as `WindowsAzureActiveDirectoryIntegratedApp`."""


class AppRole(Model):
    """A role that an application declares; people and groups are assigned to one.

    Reference: https://learn.microsoft.com/graph/api/resources/approle
    """

    allowed_member_types: list[str] | None = member("allowedMemberTypes", ListOf(TEXT))
    """Who can have it: `User` (groups as well), `Application`."""

    description: str | None = member("description", TEXT)
    """What the role permits."""

    display_name: str | None = member("displayName", TEXT)
    """Name of the role, such as `User`."""

    id: str | None = member("id", TEXT)
    """GUID that assignments name."""

    is_enabled: bool | None = member("isEnabled", BOOLEAN)
    """False if no one can be assigned to it any more."""

    origin: str | None = member("origin", TEXT)
    """Where it was declared: `Application` or `ServicePrincipal`."""

    value: str | None = member("value", TEXT)
    """Text that tokens and mappings carry; often None."""
