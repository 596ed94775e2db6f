"""Graph's `synchronizationJob`, and what it alone is made of."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from ..types import BOOLEAN, DURATION, INTEGER, TEXT, TIMESTAMP, EnumOf, ListOf, Model, ModelOf, member
from .entity import Entity

if TYPE_CHECKING:
    from .quarantine_reason import QuarantineReason
    from .synchronization_schedule_state import SynchronizationScheduleState
    from .synchronization_schema import SynchronizationSchema
    from .synchronization_status_code import SynchronizationStatusCode
    from .synchronization_task_execution_result import SynchronizationTaskExecutionResult


class SynchronizationJob(Entity):
    """A provisioning job: cycle by cycle it carries changes from a source directory to a target.

    A new job is `Disabled` and does nothing until it is started. The only member that creating one
    needs is `template_id`. Creation and deletion show with a delay: a read shortly afterwards can
    still be answered with 404, or still find the job. Deleting a job leaves the provisioned
    accounts and the secrets where they are.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationjob
    """

    bulk_upload: BulkUpload | None = member("bulkUpload", ModelOf("BulkUpload"))
    """Entry for uploads of API-driven jobs; absent unless expanded."""

    schedule: SynchronizationSchedule | None = member("schedule", ModelOf("SynchronizationSchedule"))
    """Whether the job runs, and how often; set by the service, read-only."""

    schema: SynchronizationSchema | None = member("schema", ModelOf("SynchronizationSchema"))
    """Directories and mappings of the job; absent unless expanded."""

    status: SynchronizationStatus | None = member("status", ModelOf("SynchronizationStatus"))
    """How the job is doing and how its last runs ended; read-only."""

    synchronization_job_settings: list[KeyValuePair] | None = member(
        "synchronizationJobSettings", ListOf(ModelOf("KeyValuePair"))
    )
    """Settings of the job as pairs of text, such as `QuarantineTooManyDeletesThreshold`: `500`."""

    template_id: str | None = member("templateId", TEXT)
    """Template that the job was made from, such as `scim`."""


class BulkUpload(Entity):
    """Where an API-driven job takes in user records; a stream without members of its own.

    Records are sent as a SCIM bulk request (`perform_bulk_upload`), which the metadata of the
    service does not mention. Only jobs of API-driven templates (`API2AAD`, `API2AD`) accept them.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-bulkupload
    """

    __slots__ = ()


class SynchronizationSchedule(Model):
    """When a job runs. The service sets it; no call changes the interval.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationschedule
    """

    expiration: datetime | None = member("expiration", TIMESTAMP)
    """When the job stops for good, UTC; None if never."""

    interval: timedelta | None = member("interval", DURATION)
    """Pause between cycles, such as `PT40M`; None if not set yet (sent as `P10675199DT2H48M5.4775807S`)."""

    state: SynchronizationScheduleState | None = member("state", EnumOf("SynchronizationScheduleState"))
    """Whether cycles are started: `Active`, `Disabled` (new, or ended by the service) or `Paused`."""


class SynchronizationStatus(Model):
    """How a job is doing: code, last runs, progress, quarantine and counts.

    No code says that a cycle is running. One runs while `last_execution.time_began` is later than
    its `time_ended` and the job is not paused; `last_execution.state` may then read anything.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationstatus
    """

    code: SynchronizationStatusCode | None = member("code", EnumOf("SynchronizationStatusCode"))
    """Where the job stands in its life; a new job was seen as `Paused` and as `NotConfigured`."""

    count_successive_complete_failures: int | None = member("countSuccessiveCompleteFailures", INTEGER)
    """Runs that failed as a whole since the last one that did not."""

    escrows_pruned: bool | None = member("escrowsPruned", BOOLEAN)
    """True if too many failures in the first cycle were dropped; the job then pauses for a human."""

    last_execution: SynchronizationTaskExecution | None = member(
        "lastExecution", ModelOf("SynchronizationTaskExecution")
    )
    """The latest run; None at first, then `Failed` with no times until a run has ended."""

    last_successful_execution: SynchronizationTaskExecution | None = member(
        "lastSuccessfulExecution", ModelOf("SynchronizationTaskExecution")
    )
    """The latest run without an error; may be filled in part only."""

    last_successful_execution_with_exports: SynchronizationTaskExecution | None = member(
        "lastSuccessfulExecutionWithExports", ModelOf("SynchronizationTaskExecution")
    )
    """The latest run that wrote to the target; may stay None on a healthy job."""

    progress: list[SynchronizationProgress] | None = member("progress", ListOf(ModelOf("SynchronizationProgress")))
    """How far an initial cycle is; empty between cycles."""

    quarantine: SynchronizationQuarantine | None = member("quarantine", ModelOf("SynchronizationQuarantine"))
    """Why and since when the job is in quarantine; None if it is not."""

    steady_state_first_achieved_time: datetime | None = member("steadyStateFirstAchievedTime", TIMESTAMP)
    """First time that nothing was left to do, UTC; None if never (sent as `0001-01-01T00:00:00Z`)."""

    steady_state_last_achieved_time: datetime | None = member("steadyStateLastAchievedTime", TIMESTAMP)
    """Latest time that nothing was left to do, UTC; None if never (sent as `0001-01-01T00:00:00Z`)."""

    synchronized_entry_count_by_type: list[StringKeyLongValuePair] | None = member(
        "synchronizedEntryCountByType", ListOf(ModelOf("StringKeyLongValuePair"))
    )
    """Objects provisioned, by kind such as `User to User`; deletions do not lower it."""

    troubleshooting_url: str | None = member("troubleshootingUrl", TEXT)
    """Page with advice on the current error; None or empty without one."""


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

    error: SynchronizationError | None = member("error", ModelOf("SynchronizationError"))
    """What made the run fail; None if nothing did, or code `None` before the first run."""

    state: SynchronizationTaskExecutionResult | None = member("state", EnumOf("SynchronizationTaskExecutionResult"))
    """Result of the run; also `Failed` before the first run has ended."""

    time_began: datetime | None = member("timeBegan", TIMESTAMP)
    """Start of the run, UTC; None if there was none (sent as `0001-01-01T00:00:00Z`)."""

    time_ended: datetime | None = member("timeEnded", TIMESTAMP)
    """End of the run, UTC; earlier than `time_began` while a run is going on."""


class SynchronizationError(Model):
    """A failure of a run or behind a quarantine, in a code and words for administrators.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationerror
    """

    code: str | None = member("code", TEXT)
    """Name of the failure, often led by the connector's; the text `None` if there was none."""

    message: str | None = member("message", TEXT)
    """What happened, for administrators; may be empty."""

    tenant_actionable: bool | None = member("tenantActionable", BOOLEAN)
    """True if people of the tenant can cure it, for example with new credentials."""


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


class SynchronizationQuarantine(Model):
    """Why a job is in quarantine, since when, and when it is tried again.

    In quarantine a job runs at growing intervals, up to once a day. After some four weeks the
    service disables it. A run that succeeds, a start, or a restart with `QuarantineState` ends the
    quarantine.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationquarantine
    """

    current_began: datetime | None = member("currentBegan", TIMESTAMP)
    """When the present quarantine was imposed or last confirmed, UTC."""

    error: SynchronizationError | None = member("error", ModelOf("SynchronizationError"))
    """The failure behind the quarantine."""

    next_attempt: datetime | None = member("nextAttempt", TIMESTAMP)
    """When the job is tried next, UTC."""

    reason: QuarantineReason | None = member("reason", EnumOf("QuarantineReason"))
    """What kind of trouble led to the quarantine."""

    series_began: datetime | None = member("seriesBegan", TIMESTAMP)
    """When this unbroken row of quarantines began, UTC; four weeks later the job is disabled."""

    series_count: int | None = member("seriesCount", INTEGER)
    """How often the job was tried again since then and stayed in quarantine."""


class StringKeyLongValuePair(Model):
    """A count under a name.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-stringkeylongvaluepair
    """

    key: str | None = member("key", TEXT)
    """What is counted, such as `User to User`."""

    value: int | None = member("value", INTEGER)
    """The count."""


class KeyValuePair(Model):
    """A setting: a name and its value as text.

    Reference: https://learn.microsoft.com/graph/api/resources/keyvaluepair
    """

    name: str | None = member("name", TEXT)
    """Name of the setting; always there."""

    value: str | None = member("value", TEXT)
    """Value as text, numbers, booleans (`True`) and JSON included."""
