"""One service principal."""

from __future__ import annotations

from graphsync._async.owner_entity import OwnerEntity
from graphsync._core.loaded import Loaded


class ServicePrincipal(OwnerEntity):
    """Stand for an application in a tenant (in the portal: an enterprise application); it carries jobs and secrets."""

    account_enabled = Loaded[bool | None]()
