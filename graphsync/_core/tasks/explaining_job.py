"""Checks of the application and the job."""

from __future__ import annotations

from typing import Final

from graphsync._core.tasks.cycles import check_quarantine, check_runs, ended_run
from graphsync._core.tasks.explaining_facts import Facts, Unread
from graphsync._core.tasks.explanation import Check, Result
from graphsync.errors import JobPaused, Quarantined

_STAMP: Final = "%Y-%m-%d %H:%M UTC"


def check_application(facts: Facts) -> Check:
    """Check that the service principal is there."""
    found = facts.principal
    if isinstance(found, Unread):
        return Check(
            name="application",
            result=Result.UNKNOWN,
            found=f"The service principal could not be read: {found.why}",
            gate=False,
        )
    if found is None:
        return Check(
            name="application",
            result=Result.FAILED,
            found="There is no service principal with this id",
        )
    return Check(
        name="application",
        result=Result.PASSED,
        found=f"The application is {found.display_name or found.id}",
        evidence={"id": found.id, "displayName": found.display_name},
    )


def check_job(facts: Facts) -> Check:
    """Check that the job runs and is not in quarantine."""
    job = facts.job
    if isinstance(job, Unread):
        return Check(
            name="job", result=Result.UNKNOWN, found=f"The job could not be read: {job.why}"
        )
    if job is None:
        return Check(
            name="job", result=Result.FAILED, found=f"There is no job {facts.job_id} any more"
        )
    state = None if job.schedule is None else job.schedule.state
    code = None if job.status is None else job.status.code
    evidence = {"state": _text(state), "status": _text(code)}
    if state is None:
        return Check(
            name="job",
            result=Result.UNKNOWN,
            found="The service does not say whether the job runs",
            evidence=evidence,
        )
    try:
        check_runs(facts.job_id, job)
        check_quarantine(facts.job_id, job.status)
    except (JobPaused, Quarantined) as error:
        return Check(name="job", result=Result.FAILED, found=str(error), evidence=evidence)
    last = ended_run(job.status, None)
    when = "no cycle has ended yet"
    if last is not None and last.time_ended is not None:
        when = f"its latest cycle ended at {last.time_ended.strftime(_STAMP)}"
    return Check(name="job", result=Result.PASSED, found=f"The job runs; {when}", evidence=evidence)


def _text(value: object) -> str | None:
    return None if value is None else str(value)
