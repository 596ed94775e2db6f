"""Graph's `synchronizationSchedule`."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, DURATION, TIMESTAMP, EnumOf, Model, member, model

if TYPE_CHECKING:
    from .synchronization_schedule_state import SynchronizationScheduleState


@model
class SynchronizationSchedule(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    expiration: datetime | None = field(default=ABSENT, metadata=member("expiration", TIMESTAMP))
    """As the Graph reference describes it."""

    interval: timedelta | None = field(default=ABSENT, metadata=member("interval", DURATION))
    """As the Graph reference describes it."""

    state: SynchronizationScheduleState | None = field(
        default=ABSENT,
        metadata=member("state", EnumOf("synchronization_schedule_state", "SynchronizationScheduleState")),
    )
    """As the Graph reference describes it."""
