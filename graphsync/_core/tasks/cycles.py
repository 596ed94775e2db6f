"""What a job's status says to somebody who waits for it."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from graphsync._core.tasks.advice import disabled_after, quarantine_advice
from graphsync.errors import JobPaused, Quarantined
from graphsync_client import models

SETTLING: Final = 60.0
"""Seconds in which the service may still show the state from before a start."""

_READS_ACTIVE: Final = "Active"


def last_began(status: models.SynchronizationStatus | None) -> datetime | None:
    """Return when the latest run began, which may still be going on; None before the first."""
    last = None if status is None else status.last_execution
    return None if last is None else last.time_began


def ended_run(
    status: models.SynchronizationStatus | None,
    since: datetime | None,
    *,
    at: bool = False,
) -> models.SynchronizationTaskExecution | None:
    """Return the latest run, if it has ended and began after `since`, or, with `at`, then or
    later.
    """
    last = None if status is None else status.last_execution
    if last is None or last.time_began is None or last.time_ended is None:
        return None
    if last.time_ended < last.time_began:  # still going on
        return None
    is_new = since is None or last.time_began > since or (at and last.time_began == since)
    return last if is_new else None


def runs(schedule: models.SynchronizationSchedule | None) -> bool:
    """Return whether the service starts cycles of the job."""
    return schedule is not None and str(schedule.state) == _READS_ACTIVE


def is_quarantined(status: models.SynchronizationStatus | None) -> bool:
    """Return whether the job is in quarantine."""
    return status is not None and (
        str(status.code) == "Quarantine" or status.quarantine is not None
    )


def is_healthy(job: models.SynchronizationJob) -> bool:
    """Return whether the job runs, is not in quarantine, and its latest run did not fail as a
    whole.
    """
    status = job.status
    if status is None or not runs(job.schedule) or str(status.code) != _READS_ACTIVE:
        return False
    last = status.last_execution
    has_ended = last is not None and last.time_ended is not None
    return has_ended and status.quarantine is None and str(last and last.state) != "Failed"


def is_steady(job: models.SynchronizationJob) -> bool:
    """Return whether the latest run has ended and left nothing to do."""
    status = job.status
    steady = None if status is None else status.steady_state_last_achieved_time
    last = ended_run(status, None)
    return steady is not None and last is not None and steady >= (last.time_began or steady)


def check_runs(job_id: str, job: models.SynchronizationJob) -> None:
    """Raise `JobPaused` for a job that the service does not run."""
    if runs(job.schedule):
        return
    status, state = job.status, str(job.schedule.state if job.schedule else None)
    if status is not None and status.escrows_pruned:
        reason = (
            "the service paused it, as too many objects failed in its first cycle: read the "
            "provisioning logs, correct data or mappings, then start() it"
        )
    elif is_quarantined(status):
        reason = (
            "the service disabled it after weeks in quarantine: remove the cause, then start() it"
        )
    elif state == "Paused":
        reason = "it is paused; start() lets it go on"
    else:
        reason = f"its schedule is {state}; start() lets it run"
    raise JobPaused(f"job {job_id} does not run: {reason}", status)


def check_quarantine(
    job_id: str,
    status: models.SynchronizationStatus | None,
    execution: models.SynchronizationTaskExecution | None = None,
) -> None:
    """Raise `Quarantined` for a job in quarantine."""
    if status is None or not is_quarantined(status):
        return
    quarantine = status.quarantine or models.SynchronizationQuarantine()
    reason, since = str(quarantine.reason or "no reason given"), quarantine.series_began
    message = (quarantine.error.message if quarantine.error else "") or ""
    details = f" ({message.rstrip('.')})" if message else ""
    advice = quarantine_advice(quarantine)
    limit = disabled_after(quarantine)
    error = Quarantined(
        f"job {job_id} is in quarantine: {reason}{details}"
        f"{f', since {since:%Y-%m-%d %H:%M} UTC' if since else ''}"
        f"{f'; disabled after {limit:%Y-%m-%d}' if limit else ''}. To do: {advice}",
        status,
        execution,
    )
    error.reason, error.since, error.disabled_after, error.advice = reason, since, limit, advice
    raise error


def check_pruned(
    job_id: str, job: models.SynchronizationJob, execution: models.SynchronizationTaskExecution
) -> None:
    """Raise `JobPaused` for a job that the service paused at the end of this run for its
    failures.
    """
    if job.status is not None and job.status.escrows_pruned and not runs(job.schedule):
        try:
            check_runs(job_id, job)
        except JobPaused as error:
            error.execution = execution
            raise
