"""Graph's `synchronizationSchedule`."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from ..types import DURATION, TIMESTAMP, EnumOf, Model, member

if TYPE_CHECKING:
    from .synchronization_schedule_state import SynchronizationScheduleState


class SynchronizationSchedule(Model):
    """When a job runs. The service sets it; no call changes the interval.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationschedule
    """

    expiration: datetime | None = member("expiration", TIMESTAMP)
    """When the job stops for good, UTC; None if never."""

    interval: timedelta | None = member("interval", DURATION)
    """Pause between cycles, such as `PT40M`; None if not set yet (sent as `P10675199DT2H48M5.4775807S`)."""

    state: SynchronizationScheduleState | None = member(
        "state", EnumOf("synchronization_schedule_state", "SynchronizationScheduleState")
    )
    """Whether cycles are started: `Active`, `Disabled` (new, or ended by the service) or `Paused`."""
