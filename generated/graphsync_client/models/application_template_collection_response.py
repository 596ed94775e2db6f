"""Graph's `applicationTemplateCollectionResponse`, and what it alone is made of."""

from __future__ import annotations

from ..types import TEXT, ListOf, ModelOf, member
from .base_collection_pagination_count_response import BaseCollectionPaginationCountResponse
from .entity import Entity


class ApplicationTemplateCollectionResponse(BaseCollectionPaginationCountResponse):
    """A page of gallery applications.

    Reference: https://learn.microsoft.com/graph/api/applicationtemplate-list
    """

    value: list[ApplicationTemplate] | None = member("value", ListOf(ModelOf("ApplicationTemplate")))
    """The gallery applications of this page."""


class ApplicationTemplate(Entity):
    """An application of the gallery, ready to be added to a tenant.

    Reference: https://learn.microsoft.com/graph/api/resources/applicationtemplate
    """

    categories: list[str | None] | None = member("categories", ListOf(TEXT))
    """Kinds of application it is listed under, such as `crm`."""

    description: str | None = member("description", TEXT)
    """What the application is for."""

    display_name: str | None = member("displayName", TEXT)
    """Name in the gallery."""

    home_page_url: str | None = member("homePageUrl", TEXT)
    """Page of the application."""

    logo_url: str | None = member("logoUrl", TEXT)
    """Picture of its logo."""

    publisher: str | None = member("publisher", TEXT)
    """Who publishes the application."""

    supported_provisioning_types: list[str | None] | None = member("supportedProvisioningTypes", ListOf(TEXT))
    """What can be provisioned to it; empty if nothing can."""

    supported_single_sign_on_modes: list[str | None] | None = member("supportedSingleSignOnModes", ListOf(TEXT))
    """Ways to sign in, such as `saml`."""
