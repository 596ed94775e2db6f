"""Graph's `synchronizationQuarantine`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ..types import INTEGER, TIMESTAMP, EnumOf, Model, ModelOf, member

if TYPE_CHECKING:
    from .quarantine_reason import QuarantineReason
    from .synchronization_error import SynchronizationError


class SynchronizationQuarantine(Model):
    """Why a job is in quarantine, since when, and when it is tried again.

    In quarantine a job runs at growing intervals, up to once a day. After some four weeks the
    service disables it. A run that succeeds, a start, or a restart with `QuarantineState` ends the
    quarantine.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationquarantine
    """

    current_began: datetime | None = member("currentBegan", TIMESTAMP)
    """When the present quarantine was imposed or last confirmed, UTC."""

    error: SynchronizationError | None = member("error", ModelOf("synchronization_error", "SynchronizationError"))
    """The failure behind the quarantine."""

    next_attempt: datetime | None = member("nextAttempt", TIMESTAMP)
    """When the job is tried next, UTC."""

    reason: QuarantineReason | None = member("reason", EnumOf("quarantine_reason", "QuarantineReason"))
    """What kind of trouble led to the quarantine."""

    series_began: datetime | None = member("seriesBegan", TIMESTAMP)
    """When this unbroken row of quarantines began, UTC; four weeks later the job is disabled."""

    series_count: int | None = member("seriesCount", INTEGER)
    """How often the job was tried again since then and stayed in quarantine."""
