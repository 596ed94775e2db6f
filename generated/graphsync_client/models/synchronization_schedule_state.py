"""Graph's `synchronizationScheduleState`."""

from __future__ import annotations

from ..types import OpenEnum


class SynchronizationScheduleState(OpenEnum):
    """Whether the service starts cycles of a job.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationschedule
    """

    ACTIVE = "Active"
    """Cycles run at the interval."""
    DISABLED = "Disabled"
    """Never started, or ended by the service after weeks in quarantine."""
    PAUSED = "Paused"
    """An administrator paused it; state is kept, and absent from the USNat cloud."""
