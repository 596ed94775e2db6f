"""Graph's `synchronizationProgress`."""

from __future__ import annotations

from datetime import datetime

from attrs import field

from ..types import ABSENT, INTEGER, TEXT, TIMESTAMP, Model, member, model


@model
class SynchronizationProgress(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    completed_units: int | None = field(default=ABSENT, metadata=member("completedUnits", INTEGER))
    """As the Graph reference describes it."""

    progress_observation_date_time: datetime | None = field(
        default=ABSENT, metadata=member("progressObservationDateTime", TIMESTAMP)
    )
    """As the Graph reference describes it."""

    total_units: int | None = field(default=ABSENT, metadata=member("totalUnits", INTEGER))
    """As the Graph reference describes it."""

    units: str | None = field(default=ABSENT, metadata=member("units", TEXT))
    """As the Graph reference describes it."""
