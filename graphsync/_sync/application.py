# Derived from graphsync/_async/application.py by `python -m generator.unasync`: edit that file, not this one.
"""One application."""

from __future__ import annotations

from graphsync._sync.owner_entity import OwnerEntity


class Application(OwnerEntity):
    """Describe an application (in the portal: an app registration); its templates can be changed."""
