"""Graph's `synchronizationTaskExecution`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ..types import INTEGER, TEXT, TIMESTAMP, EnumOf, Model, ModelOf, member

if TYPE_CHECKING:
    from .synchronization_error import SynchronizationError
    from .synchronization_task_execution_result import SynchronizationTaskExecutionResult


class SynchronizationTaskExecution(Model):
    """One run of a job: when, with what result, and how many objects at each stage.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationtaskexecution
    """

    activity_identifier: str | None = member("activityIdentifier", TEXT)
    """Identifier of the run, a GUID; None before the first run."""

    count_entitled: int | None = member("countEntitled", INTEGER)
    """Objects of this run that are assigned to the application."""

    count_entitled_for_provisioning: int | None = member("countEntitledForProvisioning", INTEGER)
    """Objects of this run that are assigned and due to be provisioned."""

    count_escrowed: int | None = member("countEscrowed", INTEGER)
    """Objects that failed and were set aside to be retried."""

    count_escrowed_raw: int | None = member("countEscrowedRaw", INTEGER)
    """As `count_escrowed`, with those that the service set aside of its own accord."""

    count_exported: int | None = member("countExported", INTEGER)
    """Objects written to the target."""

    count_exports: int | None = member("countExports", INTEGER)
    """Objects that the run meant to write to the target."""

    count_imported: int | None = member("countImported", INTEGER)
    """Objects read from the source."""

    count_imported_deltas: int | None = member("countImportedDeltas", INTEGER)
    """Changes read from the source."""

    count_imported_reference_deltas: int | None = member("countImportedReferenceDeltas", INTEGER)
    """Changes of references, such as manager or members, read from the source."""

    error: SynchronizationError | None = member("error", ModelOf("synchronization_error", "SynchronizationError"))
    """What made the run fail; None if nothing did, or code `None` before the first run."""

    state: SynchronizationTaskExecutionResult | None = member(
        "state", EnumOf("synchronization_task_execution_result", "SynchronizationTaskExecutionResult")
    )
    """Result of the run; also `Failed` before the first run has ended."""

    time_began: datetime | None = member("timeBegan", TIMESTAMP)
    """Start of the run, UTC; None if there was none (sent as `0001-01-01T00:00:00Z`)."""

    time_ended: datetime | None = member("timeEnded", TIMESTAMP)
    """End of the run, UTC; earlier than `time_began` while a run is going on."""
