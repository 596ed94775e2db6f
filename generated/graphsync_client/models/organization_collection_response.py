"""Graph's `organizationCollectionResponse`, and what it alone is made of."""

from __future__ import annotations

from datetime import datetime

from ..types import BOOLEAN, TEXT, TIMESTAMP, ListOf, Model, ModelOf, member
from .base_collection_pagination_count_response import BaseCollectionPaginationCountResponse
from .directory_object import DirectoryObject


class OrganizationCollectionResponse(BaseCollectionPaginationCountResponse):
    """A page of organizations; there is one.

    Reference: https://learn.microsoft.com/graph/api/organization-list
    """

    value: list[Organization] | None = member("value", ListOf(ModelOf("Organization")))
    """The organizations of this page."""


class Organization(DirectoryObject):
    """The tenant: its name and domains.

    Reference: https://learn.microsoft.com/graph/api/resources/organization
    """

    country_letter_code: str | None = member("countryLetterCode", TEXT)
    """Country of the organization, two letters."""

    created_date_time: datetime | None = member("createdDateTime", TIMESTAMP)
    """When the tenant was created, UTC."""

    display_name: str | None = member("displayName", TEXT)
    """Name of the organization."""

    on_premises_sync_enabled: bool | None = member("onPremisesSyncEnabled", BOOLEAN)
    """True if objects come from Active Directory; None if they never did."""

    tenant_type: str | None = member("tenantType", TEXT)
    """`AAD`, `AAD B2C` or `CIAM`."""

    verified_domains: list[VerifiedDomain] | None = member("verifiedDomains", ListOf(ModelOf("VerifiedDomain")))
    """The domains that the tenant has shown to be its own."""


class VerifiedDomain(Model):
    """A domain of the tenant.

    Reference: https://learn.microsoft.com/graph/api/resources/verifieddomain
    """

    capabilities: str | None = member("capabilities", TEXT)
    """What the domain is used for, as text, such as `Email, OfficeCommunicationsOnline`."""

    is_default: bool | None = member("isDefault", BOOLEAN)
    """True for the domain that new users get."""

    is_initial: bool | None = member("isInitial", BOOLEAN)
    """True for the domain that came with the tenant, `….onmicrosoft.com`."""

    name: str | None = member("name", TEXT)
    """The domain, such as `contoso.com`."""

    type: str | None = member("type", TEXT)
    """`Managed` or `Federated`."""
