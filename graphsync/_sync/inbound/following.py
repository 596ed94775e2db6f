# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/inbound/following.py
"""Following the records of a journal in the provisioning log."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from graphsync._core.inbound.journal import Journal
from graphsync._core.inbound.outcomes import logged
from graphsync._sync.inbound.upload_time import UploadTime
from graphsync._sync.navigation.session import Session
from graphsync._sync.provisioning_logs import ProvisioningLogs
from graphsync_client.api.jobs.get_job import get_job

if TYPE_CHECKING:
    from graphsync._core.inbound.report import UploadProgress
    from graphsync_client import models
    from graphsync_client.types import Owner

_PAGE = 100
# The log shows a record up to ten minutes after the fact; what is younger is read again.
_LATENESS = timedelta(minutes=15)
_A_PAGE = 10.0
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class Followed:
    """The job that an upload goes to, as far as an upload has to do with it."""

    def __init__(self, session: Session, owner: Owner, id: str) -> None:
        self.session = session
        self.owner = owner
        self.id = id

    def read(self) -> models.SynchronizationJob:
        """Return the job as it is now. One request."""
        return self.session.send(get_job(self.owner, self.id))

    def logs(self, *conditions: str) -> ProvisioningLogs:
        """Return the log's records of the job that meet all conditions."""
        quoted = self.id.replace("'", "''")
        return ProvisioningLogs(self.session).filter(
            " and ".join((f"jobId eq '{quoted}'", *conditions))
        )

    def newest_entry(self) -> datetime:
        """Return when the log's newest record of the job is from. One request."""
        newest = self.logs().orderby("activityDateTime desc").top(1).first()
        return (newest.activity_date_time if newest else None) or _NEVER


def last_began(job: models.SynchronizationJob) -> datetime:
    """Return when the latest cycle began, be it under way or over, by the service's clock."""
    last = job.status.last_execution if job.status else None
    times = [last.time_began, last.time_ended] if last else []
    return max((moment for moment in times if moment is not None), default=_NEVER)


class Follower:
    """The log of a job, read until each record of a journal has an outcome."""

    def __init__(
        self,
        job: Followed,
        journal: Journal,
        time: UploadTime,
        progress: Callable[[UploadProgress], object] | None,
        *,
        log_delay: float,
    ) -> None:
        self._job = job
        self._journal = journal
        self._time = time
        self._progress = progress
        self._log_delay = log_delay
        self._since = journal.since
        self._newest = self._since
        self._ended: dict[datetime, float] = {}
        self._pages = 0

    def follow(self) -> str:
        """Read until nothing is pending, time is up or the job does not run.

        Return what it waits for then.
        """
        waits_for = "the provisioning log"
        while self._journal.following:
            found = self._read(self._newest - _LATENESS)
            if self._progress is not None:
                self._progress(self._journal.progress())
            if not self._journal.following:
                break
            if not found:
                waits_for, goes_on = self._look()
                if not goes_on or not self._journal.following:
                    break
            if not self._time.look_again(soon=found > 0, least=self._enough()):
                break
        return waits_for

    def _enough(self) -> float:
        """Return how many seconds make another look worth its requests.

        Each look reads the latest minutes again. Where that is many pages, the pause is as long as
        what is read again, so that half of what comes is new: an upload of 100,000 records would
        otherwise read each of them twenty times.
        """
        return min(_LATENESS.total_seconds(), _A_PAGE * self._pages**2)

    def _read(self, since: datetime) -> int:
        """Read the log from a moment on; return how many records got an outcome."""
        begin = max(since, self._since)
        logs = self._job.logs(f"activityDateTime ge {begin.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}")
        found = self._pages = 0
        for page in logs.top(_PAGE).pages():
            self._pages += 1
            entries = [entry for item in page.items if (entry := logged(item)) is not None]
            entries = [entry for entry in entries if entry.moment > self._since]
            found += self._journal.enter(entries)
            self._newest = max([self._newest, *(entry.moment for entry in entries)])
        return found

    def _look(self) -> tuple[str, bool]:
        """Look at the job, since the log is silent.

        Return what is waited for, and whether that makes sense.
        """
        job = self._job.read()
        state = str(job.schedule.state) if job.schedule and job.schedule.state else ""
        last = job.status.last_execution if job.status else None
        if last and last.time_began and last.time_ended and last.time_ended >= last.time_began:
            self._settle(last.time_began, last.count_imported or 0, str(last.state))
        if state in {"Paused", "Disabled"}:
            return (
                (
                    f"the job is {state.lower()}; start it, and call upload again with the same"
                    " journal"
                ),
                False,
            )
        if job.status and job.status.quarantine:
            return f"the job is in quarantine ({job.status.quarantine.reason})", True
        return "a cycle that takes the upload, or its records in the provisioning log", True

    def _settle(self, began: datetime, imported: int, state: str) -> None:
        """Conclude from a cycle that has ended, and from the log's silence, that nothing had to
        change.

        The service does not log a record that changes nothing. It would not log one either that it
        never took, as after a restart of the job: so the cycle must have read as many as are
        missing.
        """
        taken = self._journal.taken_by(began)
        if not taken or state == "Failed" or imported < taken:
            return
        ended = self._ended.setdefault(began, self._time.elapsed)
        if self._time.elapsed - ended < self._log_delay:
            return
        self._read(self._since)
        self._journal.unchanged(began, "a cycle took it and wrote nothing about it into the log")
