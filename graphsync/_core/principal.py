"""The directory objects that carry a synchronization; what this package needs of them, the rest is kept as it came."""

from __future__ import annotations

from attrs import field

from graphsync_client.types import ABSENT, BOOLEAN, TEXT, Model, member, model


@model
class Principal(Model):
    """Hold a service principal or an application; members that are not declared are read as `data["name"]`."""

    id: str | None = field(default=ABSENT, metadata=member("id", TEXT))
    """Its object id: the id that the synchronization API wants."""
    app_id: str | None = field(default=ABSENT, metadata=member("appId", TEXT))
    """The application (client) id, which a service principal shares with its application."""
    display_name: str | None = field(default=ABSENT, metadata=member("displayName", TEXT))
    """The name that the portal shows."""
    application_template_id: str | None = field(default=ABSENT, metadata=member("applicationTemplateId", TEXT))
    """The gallery template it was made from."""
    account_enabled: bool | None = field(default=ABSENT, metadata=member("accountEnabled", BOOLEAN))
    """Whether a service principal may be signed in to; applications lack it."""
