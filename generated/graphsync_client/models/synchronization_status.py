"""Graph's `synchronizationStatus`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, BOOLEAN, INTEGER, TEXT, TIMESTAMP, EnumOf, ListOf, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .string_key_long_value_pair import StringKeyLongValuePair
    from .synchronization_progress import SynchronizationProgress
    from .synchronization_quarantine import SynchronizationQuarantine
    from .synchronization_status_code import SynchronizationStatusCode
    from .synchronization_task_execution import SynchronizationTaskExecution


@model
class SynchronizationStatus(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    code: SynchronizationStatusCode | None = field(
        default=ABSENT, metadata=member("code", EnumOf("synchronization_status_code", "SynchronizationStatusCode"))
    )
    """As the Graph reference describes it."""

    count_successive_complete_failures: int | None = field(
        default=ABSENT, metadata=member("countSuccessiveCompleteFailures", INTEGER)
    )
    """As the Graph reference describes it."""

    escrows_pruned: bool | None = field(default=ABSENT, metadata=member("escrowsPruned", BOOLEAN))
    """As the Graph reference describes it."""

    last_execution: SynchronizationTaskExecution | None = field(
        default=ABSENT,
        metadata=member("lastExecution", ModelOf("synchronization_task_execution", "SynchronizationTaskExecution")),
    )
    """As the Graph reference describes it."""

    last_successful_execution: SynchronizationTaskExecution | None = field(
        default=ABSENT,
        metadata=member(
            "lastSuccessfulExecution", ModelOf("synchronization_task_execution", "SynchronizationTaskExecution")
        ),
    )
    """As the Graph reference describes it."""

    last_successful_execution_with_exports: SynchronizationTaskExecution | None = field(
        default=ABSENT,
        metadata=member(
            "lastSuccessfulExecutionWithExports",
            ModelOf("synchronization_task_execution", "SynchronizationTaskExecution"),
        ),
    )
    """As the Graph reference describes it."""

    progress: list[SynchronizationProgress] | None = field(
        default=ABSENT,
        metadata=member("progress", ListOf(ModelOf("synchronization_progress", "SynchronizationProgress"))),
    )
    """As the Graph reference describes it."""

    quarantine: SynchronizationQuarantine | None = field(
        default=ABSENT,
        metadata=member("quarantine", ModelOf("synchronization_quarantine", "SynchronizationQuarantine")),
    )
    """As the Graph reference describes it."""

    steady_state_first_achieved_time: datetime | None = field(
        default=ABSENT, metadata=member("steadyStateFirstAchievedTime", TIMESTAMP)
    )
    """As the Graph reference describes it."""

    steady_state_last_achieved_time: datetime | None = field(
        default=ABSENT, metadata=member("steadyStateLastAchievedTime", TIMESTAMP)
    )
    """As the Graph reference describes it."""

    synchronized_entry_count_by_type: list[StringKeyLongValuePair] | None = field(
        default=ABSENT,
        metadata=member(
            "synchronizedEntryCountByType", ListOf(ModelOf("string_key_long_value_pair", "StringKeyLongValuePair"))
        ),
    )
    """As the Graph reference describes it."""

    troubleshooting_url: str | None = field(default=ABSENT, metadata=member("troubleshootingUrl", TEXT))
    """As the Graph reference describes it."""
