"""Graph's `application`."""

from __future__ import annotations

from datetime import datetime

from ..types import TEXT, TIMESTAMP, ListOf, member
from .directory_object import DirectoryObject


class Application(DirectoryObject):
    """The registration of an application; its synchronization holds the templates that jobs start from.

    Reference: https://learn.microsoft.com/graph/api/resources/application
    """

    app_id: str | None = member("appId", TEXT)
    """Application (client) id."""

    application_template_id: str | None = member("applicationTemplateId", TEXT)
    """Gallery template that it was made from; None if it was made by hand."""

    created_date_time: datetime | None = member("createdDateTime", TIMESTAMP)
    """When it was registered, UTC."""

    display_name: str | None = member("displayName", TEXT)
    """Name of the application; not unique."""

    publisher_domain: str | None = member("publisherDomain", TEXT)
    """Verified domain of the publisher."""

    sign_in_audience: str | None = member("signInAudience", TEXT)
    """Whose accounts may sign in, such as `AzureADMyOrg`."""

    tags: list[str] | None = member("tags", ListOf(TEXT))
    """Free marks to find it by."""
