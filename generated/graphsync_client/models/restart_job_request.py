"""Graph's `restartJobRequest`, and what it alone is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import FlagsOf, Model, ModelOf, member

if TYPE_CHECKING:
    from .synchronization_job_restart_scope import SynchronizationJobRestartScope


class RestartJobRequest(Model):
    """How thoroughly a job starts over.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-restart
    """

    criteria: SynchronizationJobRestartCriteria | None = member(
        "criteria", ModelOf("SynchronizationJobRestartCriteria")
    )
    """What to forget; left out or empty, as the portal's restart."""


class SynchronizationJobRestartCriteria(Model):
    """What a restart forgets.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationjobrestartcriteria
    """

    reset_scope: SynchronizationJobRestartScope | None = member("resetScope", FlagsOf("SynchronizationJobRestartScope"))
    """Flags; left out, it means `QuarantineState, Watermark, Escrows`, as the portal's button does."""
