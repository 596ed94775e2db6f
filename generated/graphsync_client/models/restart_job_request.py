"""Graph's `restartJobRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import Model, ModelOf, member

if TYPE_CHECKING:
    from .synchronization_job_restart_criteria import SynchronizationJobRestartCriteria


class RestartJobRequest(Model):
    """How thoroughly a job starts over.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-restart
    """

    criteria: SynchronizationJobRestartCriteria | None = member(
        "criteria", ModelOf("synchronization_job_restart_criteria", "SynchronizationJobRestartCriteria")
    )
    """What to forget; left out or empty, as the portal's restart."""
