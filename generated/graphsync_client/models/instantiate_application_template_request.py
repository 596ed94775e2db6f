"""Graph's `instantiateApplicationTemplateRequest`."""

from __future__ import annotations

from ..types import TEXT, Model, member


class InstantiateApplicationTemplateRequest(Model):
    """How the new application shall be called.

    Reference: https://learn.microsoft.com/graph/api/applicationtemplate-instantiate
    """

    display_name: str | None = member("displayName", TEXT)
    """Name of the new application and service principal."""

    service_management_reference: str | None = member("serviceManagementReference", TEXT)
    """Contact for the application, such as a team in a service catalogue."""
