"""Graph's `synchronizationTaskExecution`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, INTEGER, TEXT, TIMESTAMP, EnumOf, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .synchronization_error import SynchronizationError
    from .synchronization_task_execution_result import SynchronizationTaskExecutionResult


@model
class SynchronizationTaskExecution(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    activity_identifier: str | None = field(default=ABSENT, metadata=member("activityIdentifier", TEXT))
    """As the Graph reference describes it."""

    count_entitled: int | None = field(default=ABSENT, metadata=member("countEntitled", INTEGER))
    """As the Graph reference describes it."""

    count_entitled_for_provisioning: int | None = field(
        default=ABSENT, metadata=member("countEntitledForProvisioning", INTEGER)
    )
    """As the Graph reference describes it."""

    count_escrowed: int | None = field(default=ABSENT, metadata=member("countEscrowed", INTEGER))
    """As the Graph reference describes it."""

    count_escrowed_raw: int | None = field(default=ABSENT, metadata=member("countEscrowedRaw", INTEGER))
    """As the Graph reference describes it."""

    count_exported: int | None = field(default=ABSENT, metadata=member("countExported", INTEGER))
    """As the Graph reference describes it."""

    count_exports: int | None = field(default=ABSENT, metadata=member("countExports", INTEGER))
    """As the Graph reference describes it."""

    count_imported: int | None = field(default=ABSENT, metadata=member("countImported", INTEGER))
    """As the Graph reference describes it."""

    count_imported_deltas: int | None = field(default=ABSENT, metadata=member("countImportedDeltas", INTEGER))
    """As the Graph reference describes it."""

    count_imported_reference_deltas: int | None = field(
        default=ABSENT, metadata=member("countImportedReferenceDeltas", INTEGER)
    )
    """As the Graph reference describes it."""

    error: SynchronizationError | None = field(
        default=ABSENT, metadata=member("error", ModelOf("synchronization_error", "SynchronizationError"))
    )
    """As the Graph reference describes it."""

    state: SynchronizationTaskExecutionResult | None = field(
        default=ABSENT,
        metadata=member("state", EnumOf("synchronization_task_execution_result", "SynchronizationTaskExecutionResult")),
    )
    """As the Graph reference describes it."""

    time_began: datetime | None = field(default=ABSENT, metadata=member("timeBegan", TIMESTAMP))
    """As the Graph reference describes it."""

    time_ended: datetime | None = field(default=ABSENT, metadata=member("timeEnded", TIMESTAMP))
    """As the Graph reference describes it."""
