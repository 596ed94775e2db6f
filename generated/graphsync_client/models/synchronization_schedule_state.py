"""Graph's `synchronizationScheduleState`."""

from __future__ import annotations

from ..types import OpenEnum


class SynchronizationScheduleState(OpenEnum):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    ACTIVE = "Active"
    """As the Graph reference describes it."""
    DISABLED = "Disabled"
    """As the Graph reference describes it."""
    PAUSED = "Paused"
    """As the Graph reference describes it."""
