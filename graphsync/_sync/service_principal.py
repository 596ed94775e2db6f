# Derived from graphsync/_async/service_principal.py by `python -m generator.unasync`: edit that file, not this one.
"""One service principal."""

from __future__ import annotations

from graphsync._core.loaded import Loaded
from graphsync._sync.owner_entity import OwnerEntity


class ServicePrincipal(OwnerEntity):
    """Stand for an application in a tenant (in the portal: an enterprise application); it carries jobs and secrets."""

    account_enabled = Loaded[bool | None]()
