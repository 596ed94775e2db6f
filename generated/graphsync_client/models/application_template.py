"""Graph's `applicationTemplate`."""

from __future__ import annotations

from attrs import field

from ..types import ABSENT, TEXT, ListOf, member, model
from .entity import Entity


@model
class ApplicationTemplate(Entity):
    """An application of the gallery, ready to be added to a tenant.

    Reference: https://learn.microsoft.com/graph/api/resources/applicationtemplate
    """

    categories: list[str | None] | None = field(default=ABSENT, metadata=member("categories", ListOf(TEXT)))
    """Kinds of application it is listed under, such as `crm`."""

    description: str | None = field(default=ABSENT, metadata=member("description", TEXT))
    """What the application is for."""

    display_name: str | None = field(default=ABSENT, metadata=member("displayName", TEXT))
    """Name in the gallery."""

    home_page_url: str | None = field(default=ABSENT, metadata=member("homePageUrl", TEXT))
    """Page of the application."""

    logo_url: str | None = field(default=ABSENT, metadata=member("logoUrl", TEXT))
    """Picture of its logo."""

    publisher: str | None = field(default=ABSENT, metadata=member("publisher", TEXT))
    """Who publishes the application."""

    supported_provisioning_types: list[str | None] | None = field(
        default=ABSENT, metadata=member("supportedProvisioningTypes", ListOf(TEXT))
    )
    """What can be provisioned to it; empty if nothing can."""

    supported_single_sign_on_modes: list[str | None] | None = field(
        default=ABSENT, metadata=member("supportedSingleSignOnModes", ListOf(TEXT))
    )
    """Ways to sign in, such as `saml`."""
