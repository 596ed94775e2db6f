"""One application."""

from __future__ import annotations

from graphsync._async.owner_entity import OwnerEntity


class Application(OwnerEntity):
    """Describe an application (in the portal: an app registration); its templates can be changed."""
