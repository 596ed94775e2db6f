"""Graph's `synchronizationQuarantine`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, INTEGER, TIMESTAMP, EnumOf, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .quarantine_reason import QuarantineReason
    from .synchronization_error import SynchronizationError


@model
class SynchronizationQuarantine(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    current_began: datetime | None = field(default=ABSENT, metadata=member("currentBegan", TIMESTAMP))
    """As the Graph reference describes it."""

    error: SynchronizationError | None = field(
        default=ABSENT, metadata=member("error", ModelOf("synchronization_error", "SynchronizationError"))
    )
    """As the Graph reference describes it."""

    next_attempt: datetime | None = field(default=ABSENT, metadata=member("nextAttempt", TIMESTAMP))
    """As the Graph reference describes it."""

    reason: QuarantineReason | None = field(
        default=ABSENT, metadata=member("reason", EnumOf("quarantine_reason", "QuarantineReason"))
    )
    """As the Graph reference describes it."""

    series_began: datetime | None = field(default=ABSENT, metadata=member("seriesBegan", TIMESTAMP))
    """As the Graph reference describes it."""

    series_count: int | None = field(default=ABSENT, metadata=member("seriesCount", INTEGER))
    """As the Graph reference describes it."""
