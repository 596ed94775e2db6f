"""Graph's `synchronizationProgress`."""

from __future__ import annotations

from datetime import datetime

from ..types import INTEGER, TEXT, TIMESTAMP, Model, member


class SynchronizationProgress(Model):
    """How far an initial cycle is, in units such as pages.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationprogress
    """

    completed_units: int | None = member("completedUnits", INTEGER)
    """Units done so far."""

    progress_observation_date_time: datetime | None = member("progressObservationDateTime", TIMESTAMP)
    """When this was measured, UTC."""

    total_units: int | None = member("totalUnits", INTEGER)
    """Units that the cycle will do, as far as is known."""

    units: str | None = member("units", TEXT)
    """What is counted, such as `pages`."""
