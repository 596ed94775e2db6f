"""Graph's `synchronizationStatusCode`."""

from __future__ import annotations

from ..types import OpenEnum


class SynchronizationStatusCode(OpenEnum):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    NOT_CONFIGURED = "NotConfigured"
    """As the Graph reference describes it."""
    NOT_RUN = "NotRun"
    """As the Graph reference describes it."""
    ACTIVE = "Active"
    """As the Graph reference describes it."""
    PAUSED = "Paused"
    """As the Graph reference describes it."""
    QUARANTINE = "Quarantine"
    """As the Graph reference describes it."""
