"""Graph's `synchronizationProgress`."""

from __future__ import annotations

from datetime import datetime

from attrs import field

from ..types import ABSENT, INTEGER, TEXT, TIMESTAMP, Model, member, model


@model
class SynchronizationProgress(Model):
    """How far an initial cycle is, in units such as pages.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationprogress
    """

    completed_units: int | None = field(default=ABSENT, metadata=member("completedUnits", INTEGER))
    """Units done so far."""

    progress_observation_date_time: datetime | None = field(
        default=ABSENT, metadata=member("progressObservationDateTime", TIMESTAMP)
    )
    """When this was measured, UTC."""

    total_units: int | None = field(default=ABSENT, metadata=member("totalUnits", INTEGER))
    """Units that the cycle will do, as far as is known."""

    units: str | None = field(default=ABSENT, metadata=member("units", TEXT))
    """What is counted, such as `pages`."""
