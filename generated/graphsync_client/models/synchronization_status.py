"""Graph's `synchronizationStatus`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ..types import BOOLEAN, INTEGER, TEXT, TIMESTAMP, EnumOf, ListOf, Model, ModelOf, member

if TYPE_CHECKING:
    from .string_key_long_value_pair import StringKeyLongValuePair
    from .synchronization_progress import SynchronizationProgress
    from .synchronization_quarantine import SynchronizationQuarantine
    from .synchronization_status_code import SynchronizationStatusCode
    from .synchronization_task_execution import SynchronizationTaskExecution


class SynchronizationStatus(Model):
    """How a job is doing: code, last runs, progress, quarantine and counts.

    No code says that a cycle is running. One runs while `last_execution.time_began` is later than
    its `time_ended` and the job is not paused; `last_execution.state` may then read anything.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationstatus
    """

    code: SynchronizationStatusCode | None = member(
        "code", EnumOf("synchronization_status_code", "SynchronizationStatusCode")
    )
    """Where the job stands in its life; a new job was seen as `Paused` and as `NotConfigured`."""

    count_successive_complete_failures: int | None = member("countSuccessiveCompleteFailures", INTEGER)
    """Runs that failed as a whole since the last one that did not."""

    escrows_pruned: bool | None = member("escrowsPruned", BOOLEAN)
    """True if too many failures in the first cycle were dropped; the job then pauses for a human."""

    last_execution: SynchronizationTaskExecution | None = member(
        "lastExecution", ModelOf("synchronization_task_execution", "SynchronizationTaskExecution")
    )
    """The latest run; None at first, then `Failed` with no times until a run has ended."""

    last_successful_execution: SynchronizationTaskExecution | None = member(
        "lastSuccessfulExecution", ModelOf("synchronization_task_execution", "SynchronizationTaskExecution")
    )
    """The latest run without an error; may be filled in part only."""

    last_successful_execution_with_exports: SynchronizationTaskExecution | None = member(
        "lastSuccessfulExecutionWithExports", ModelOf("synchronization_task_execution", "SynchronizationTaskExecution")
    )
    """The latest run that wrote to the target; may stay None on a healthy job."""

    progress: list[SynchronizationProgress] | None = member(
        "progress", ListOf(ModelOf("synchronization_progress", "SynchronizationProgress"))
    )
    """How far an initial cycle is; empty between cycles."""

    quarantine: SynchronizationQuarantine | None = member(
        "quarantine", ModelOf("synchronization_quarantine", "SynchronizationQuarantine")
    )
    """Why and since when the job is in quarantine; None if it is not."""

    steady_state_first_achieved_time: datetime | None = member("steadyStateFirstAchievedTime", TIMESTAMP)
    """First time that nothing was left to do, UTC; None if never (sent as `0001-01-01T00:00:00Z`)."""

    steady_state_last_achieved_time: datetime | None = member("steadyStateLastAchievedTime", TIMESTAMP)
    """Latest time that nothing was left to do, UTC; None if never (sent as `0001-01-01T00:00:00Z`)."""

    synchronized_entry_count_by_type: list[StringKeyLongValuePair] | None = member(
        "synchronizedEntryCountByType", ListOf(ModelOf("string_key_long_value_pair", "StringKeyLongValuePair"))
    )
    """Objects provisioned, by kind such as `User to User`; deletions do not lower it."""

    troubleshooting_url: str | None = member("troubleshootingUrl", TEXT)
    """Page with advice on the current error; None or empty without one."""
