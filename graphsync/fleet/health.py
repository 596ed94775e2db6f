"""The health of one job, as data."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TypedDict

from attrs import evolve, frozen

from graphsync._core.domain.secret_values import SecretValues
from graphsync._core.tasks.advice import disabled_after, is_about_credentials
from graphsync.fleet.severity import Severity
from graphsync_client import models

_NO_INTERVAL = timedelta(days=366)
_USUAL_INTERVAL = timedelta(minutes=40)
_DAY = timedelta(days=1)


class JobState(StrEnum):
    """What a job does, as status code and schedule say together."""

    RUNNING = "running"
    STARTING = "starting"
    """It was started, and its first cycle has not ended."""
    PAUSED = "paused"
    NOT_STARTED = "not started"
    DISABLED = "disabled"
    """It has run before, and the service no longer starts it."""
    QUARANTINE = "quarantine"
    UNKNOWN = "unknown"
    UNREADABLE = "unreadable"


class Credentials(StrEnum):
    """What is known of the credentials for the target."""

    SAVED = "saved"
    NONE = "none"
    """None are saved, which jobs between tenants do not need."""
    REFUSED = "refused"
    """The last failure says that the target does not take them, or that they are missing."""
    UNKNOWN = "unknown"


@frozen(kw_only=True)
class JobHealth:
    """The health of one job, with the rule that decided on its severity.

    What could not be read is a row too: `error` says why, and `job_id` is None where it was the
    list of jobs. Times are UTC; None stands for "never" or "not known".
    """

    tenant: str | None = None
    principal_id: str | None = None
    principal_name: str | None = None
    job_id: str | None = None
    template_id: str | None = None
    state: JobState = JobState.UNKNOWN
    status_code: str | None = None
    schedule_state: str | None = None
    interval: timedelta | None = None
    quarantine_reason: str | None = None
    quarantined_since: datetime | None = None
    days_left: float | None = None
    """Days until the service disables a quarantined job, four weeks after the quarantine began."""
    next_attempt: datetime | None = None
    last_success: datetime | None = None
    """When the latest cycle without any failure ended."""
    last_through: datetime | None = None
    """When the latest cycle ended that went through, also if single objects failed in it."""
    intervals_behind: float | None = None
    """The time since then, in intervals of the job.

    A cycle under way counts from its last sign of life.
    """
    cycle_state: str | None = None
    cycle_ended: datetime | None = None
    imported: int = 0
    exported: int = 0
    escrowed: int = 0
    """Objects that failed and are tried again."""
    set_aside: int = 0
    """Failures that the service does not count as failed objects, such as a manager without an
    account; of the latest cycle, or of the latest one with changes.
    """
    failure_code: str | None = None
    """The most frequent error code among the newest failures in the logs; None where they were not
    read.
    """
    removed: int = 0
    """Accounts that the latest cycle with changes disabled or deleted, at least: objects that it
    read and wrote although they are not to be provisioned.
    """
    removed_percent: float | None = None
    """The same, as a percentage of all objects that the job has provisioned."""
    removed_days_ago: float | None = None
    """Days since that cycle ended."""
    escrows_pruned: bool = False
    """Too many objects failed in the first cycle, and the service dropped them."""
    deletions_staged: int | None = None
    """Deletions that are held back; None where the logs could not be read."""
    credentials: Credentials = Credentials.UNKNOWN
    error_code: str | None = None
    error_message: str | None = None
    error: str | None = None
    """Why the job, or the principal's list of jobs, could not be read."""
    severity: Severity = Severity.UNKNOWN
    rule: str = ""
    advice: str = ""

    @property
    def is_ok(self) -> bool:
        """Whether the severity is `ok`."""
        return self.severity is Severity.OK


def health_of(job: models.SynchronizationJob, now: datetime) -> JobHealth:
    """Return what a job's data says about its health; severity and rule are not decided yet.

    Raises `DecodeError` where a member does not convert.
    """
    status = job.status or models.SynchronizationStatus()
    last = status.last_execution
    quarantine = status.quarantine
    failure = (quarantine.error if quarantine else None) or (last.error if last else None)
    has_failed = failure is not None and failure.code not in {None, "", "None"}
    interval = job.schedule.interval if job.schedule else None
    through = _last_through(status)
    limit = None if quarantine is None else disabled_after(quarantine)
    success = status.last_successful_execution
    return JobHealth(
        job_id=job.id,
        template_id=job.template_id,
        state=_state(job),
        status_code=None if status.code is None else str(status.code),
        schedule_state=None if job.schedule is None else str(job.schedule.state),
        interval=None if interval is None or interval > _NO_INTERVAL else interval,
        quarantine_reason=None if quarantine is None else str(quarantine.reason or "Unknown"),
        quarantined_since=None if quarantine is None else quarantine.series_began,
        days_left=None if limit is None else round(max(timedelta(), limit - now) / _DAY, 1),
        next_attempt=None if quarantine is None else quarantine.next_attempt,
        last_success=None if success is None else success.time_ended,
        last_through=through,
        intervals_behind=_behind(status, through, interval, now),
        cycle_state=None if last is None or last.time_ended is None else str(last.state),
        cycle_ended=None if last is None else last.time_ended,
        imported=(last.count_imported if last else None) or 0,
        exported=(last.count_exported if last else None) or 0,
        escrowed=(last.count_escrowed if last else None) or 0,
        set_aside=_set_aside(status),
        escrows_pruned=bool(status.escrows_pruned),
        credentials=(Credentials.REFUSED if is_about_credentials(failure) else Credentials.UNKNOWN),
        error_code=failure.code if failure is not None and has_failed else None,
        error_message=failure.message if failure is not None and has_failed else None,
        **_removals(status, now),
    )


def _set_aside(status: models.SynchronizationStatus) -> int:
    # A cycle that finds nothing new has zero here, although nothing was mended.
    runs = (status.last_execution, status.last_successful_execution_with_exports)
    counts = [(run.count_escrowed_raw or 0) - (run.count_escrowed or 0) for run in runs if run]
    return max([0, *counts])


class _Removals(TypedDict, total=False):
    removed: int
    removed_percent: float | None
    removed_days_ago: float


def _removals(status: models.SynchronizationStatus, now: datetime) -> _Removals:
    """Return how many accounts the latest cycle with changes disabled or deleted.

    The status has no such number. An object that was read and written, but is not to be
    provisioned, can only have lost its account. What is written late, after it failed in an
    earlier cycle, was not read in this one; so the lesser of both numbers counts.
    """
    runs = (status.last_execution, status.last_successful_execution_with_exports)
    wrote = [run for run in runs if run is not None and run.count_exported and run.time_ended]
    latest = max(wrote, key=_ended, default=None)
    if latest is None:
        return {}
    handled = min(latest.count_exported or 0, latest.count_imported or 0)
    removed = max(0, handled - (latest.count_entitled_for_provisioning or 0))
    known = sum(pair.value or 0 for pair in status.synchronized_entry_count_by_type or ())
    return {
        "removed": removed,
        "removed_percent": round(100 * removed / known, 1) if known else None,
        "removed_days_ago": round(max(timedelta(), now - _ended(latest)) / _DAY, 1),
    }


def _ended(run: models.SynchronizationTaskExecution) -> datetime:
    return run.time_ended or datetime.min.replace(tzinfo=UTC)


def with_secrets(health: JobHealth, secrets: SecretValues | None) -> JobHealth:
    """Return a job's health with what its saved secrets show; None where they could not be read."""
    if secrets is None or health.credentials is Credentials.REFUSED:
        return health
    return evolve(health, credentials=Credentials.SAVED if secrets else Credentials.NONE)


def _state(job: models.SynchronizationJob) -> JobState:
    status, schedule = job.status, job.schedule
    code = str(status.code) if status and status.code else ""
    planned = str(schedule.state) if schedule and schedule.state else ""
    if status is None or code not in _CODES or planned not in _SCHEDULES:
        return JobState.UNKNOWN
    has_run = status.last_execution is not None and status.last_execution.time_ended is not None
    if planned == "Disabled":
        return JobState.DISABLED if has_run or status.quarantine else JobState.NOT_STARTED
    if planned == "Paused":
        return JobState.PAUSED
    if code == "Quarantine" or status.quarantine is not None:
        return JobState.QUARANTINE
    if code == "Paused":  # and yet scheduled: the two contradict each other
        return JobState.UNKNOWN
    return JobState.RUNNING if code == "Active" else JobState.STARTING


_CODES = frozenset({"NotConfigured", "NotRun", "Active", "Paused", "Quarantine"})
_SCHEDULES = frozenset({"Active", "Disabled", "Paused"})


def _last_through(status: models.SynchronizationStatus) -> datetime | None:
    """Return when the latest cycle ended that did not fail as a whole.

    The latest *successful* one is not it: as long as a single object fails, it stays the old one,
    although the job runs as it should.
    """
    ended = [
        run.time_ended
        for run in (status.last_execution, status.last_successful_execution)
        if run is not None and run.time_ended is not None and str(run.state) != "Failed"
    ]
    return max(ended, default=None)


def _behind(
    status: models.SynchronizationStatus,
    through: datetime | None,
    interval: timedelta | None,
    now: datetime,
) -> float | None:
    last = status.last_execution
    signs = [through]
    if last and last.time_began and (last.time_ended is None or last.time_ended < last.time_began):
        signs.append(last.time_began)
        signs += [step.progress_observation_date_time for step in status.progress or ()]
    latest = max((sign for sign in signs if sign is not None), default=None)
    if latest is None:
        return None
    usual = interval if interval and interval <= _NO_INTERVAL else _USUAL_INTERVAL
    return round(max(timedelta(), now - latest) / max(usual, timedelta(minutes=1)), 1)
