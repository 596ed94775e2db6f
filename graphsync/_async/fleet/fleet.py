"""The health of all jobs of a tenant."""

from __future__ import annotations

import builtins
import time
from collections.abc import AsyncIterator, Callable, Iterable
from datetime import UTC, datetime, timedelta

from attrs import define, evolve, field, frozen

from graphsync._async.applications.service_principal import ServicePrincipal
from graphsync._async.applications.service_principals import ServicePrincipals
from graphsync._async.batch.batch import Batch
from graphsync._async.fleet.sweep import TOGETHER, UNREADABLE, PrincipalJobs, Sweep
from graphsync._async.navigation.session import Session
from graphsync._async.provisioning_logs import ProvisioningLogs
from graphsync._async.synchronization.job import SynchronizationJob
from graphsync._core.call.read_only import ReadOnly
from graphsync._core.domain.secret_values import SecretValues
from graphsync.errors import (
    Forbidden,
    RateLimitExceeded,
    WaitTimedOut,
)
from graphsync.fleet.health import JobHealth, JobState, health_of, with_secrets
from graphsync.fleet.reasons import most_frequent_code
from graphsync.fleet.rules import RULES, Rule, judged
from graphsync_client.types import DecodeError

# Enough of the newest failures to see which code is the most frequent.
_NEWEST = 50


@frozen
class FleetProgress:
    """How far a sweep has come, as a progress callback gets it after each group of principals."""

    principals: int
    jobs: int
    seconds: float


@define
class _Group:
    """Principals whose rows wait for what is asked for several of them at once."""

    principals: list[ServicePrincipal] = field(factory=builtins.list[ServicePrincipal])
    rows: list[list[JobHealth]] = field(factory=builtins.list[builtins.list[JobHealth]])

    @property
    def waiting(self) -> int:
        """How many principals have jobs."""
        return sum(any(row.job_id for row in rows) for rows in self.rows)


class Fleet:
    """The health of every job, one row each, read while it is iterated over; nothing is written.

    Service principals come in pages of 999, the jobs of 20 of them in one request, and the secrets
    of 20 that have jobs in another: 5,000 principals take 250 to 510 requests. Why objects fail is
    read from the logs, for five jobs in one request. Rows are yielded as they come, and nothing but
    a page is kept.

    `position` is a text that says how far the iteration has come; a later one goes on there.
    """

    def __init__(
        self,
        session: Session,
        *,
        principals: Iterable[ServicePrincipal | str] | None,
        rules: Iterable[Rule] | None,
        credentials: bool,
        reasons: int,
        resume: str | None,
        now: Callable[[], datetime] | None,
        timeout: float | None,
        progress: Callable[[FleetProgress], object] | None,
    ) -> None:
        if isinstance(principals, str):
            raise TypeError(f"principals is a text; pass a list, such as [{principals!r}]")
        if reasons < 0:
            raise ValueError(f"reasons is {reasons}; it is a number of jobs, 0 for none")
        # A session that cannot write: whatever this does, nothing changes.
        self._session = session.restricted(ReadOnly())
        self._rules = RULES if rules is None else tuple(rules)
        self._reads_credentials = credentials
        self._reasons = self._reasons_left = reasons
        self._now = now or (lambda: datetime.now(UTC))
        self._timeout = timeout
        self._progress = progress
        self._sweep = Sweep(self._session, principals, resume, self._left)
        self._counts = FleetProgress(0, 0, 0.0)
        self._began = time.monotonic()

    @property
    def position(self) -> str:
        """Where the iteration is: pass it as `resume=` to go on behind the rows that were
        yielded.
        """
        return self._sweep.position

    async def __aiter__(self) -> AsyncIterator[JobHealth]:
        self._began = time.monotonic()
        self._counts = FleetProgress(0, 0, 0.0)
        self._reasons_left = self._reasons
        group = _Group()
        async for found in self._sweep:
            now = self._now()
            for one in found.principals:
                group.principals.append(one.principal)
                group.rows.append(_rows(one, now))
            if group.waiting >= TOGETHER or found.ends_page:
                async for row in self._finish(group):
                    yield row
                group = _Group()

    async def list(self) -> builtins.list[JobHealth]:
        """Return all rows."""
        return [row async for row in self]

    async def _finish(self, group: _Group) -> AsyncIterator[JobHealth]:
        """Yield the rows of some principals, with what their secrets and the logs say."""
        secrets = await self._secrets(group) if self._reads_credentials else {}
        codes = await self._failure_codes(group)
        for principal, rows in zip(group.principals, group.rows, strict=True):
            for health in rows:
                row = with_secrets(health, secrets.get(principal.id))
                if row.job_id in codes:
                    row = evolve(row, failure_code=codes[row.job_id])
                if row.quarantine_reason == "TooManyDeletes":
                    row = evolve(row, deletions_staged=await self._staged(row))
                yield judged(row, self._rules)
            self._sweep.advance()
        self._counts = FleetProgress(
            self._counts.principals + len(group.principals),
            self._counts.jobs + sum(row.job_id is not None for rows in group.rows for row in rows),
            time.monotonic() - self._began,
        )
        if self._progress is not None and group.principals:
            self._progress(self._counts)

    async def _secrets(self, group: _Group) -> dict[str, SecretValues]:
        batch = self._batch()
        asked = {
            principal.id: batch.add(
                ServicePrincipals(self._session)[principal.id].synchronization.secrets.list
            )
            for principal, rows in zip(group.principals, group.rows, strict=True)
            if any(row.job_id and row.credentials == "unknown" for row in rows)
        }
        if asked:
            await self._send(batch)
        return {key: item.result for key, item in asked.items() if item.error is None}

    async def _failure_codes(self, group: _Group) -> dict[str | None, str]:
        """Return the most frequent error code of jobs whose objects fail, by job."""
        failing = {row.job_id: row for rows in group.rows for row in rows if row.escrowed}
        chosen = [*failing.values()][: self._reasons_left]
        self._reasons_left -= len(chosen)
        batch = self._batch()
        logs = ProvisioningLogs(self._session).top(_NEWEST)
        asked = {row.job_id: batch.add(logs.filter(_failures_of(row)).list) for row in chosen}
        if asked:
            await self._send(batch)
        if any(isinstance(item.error, Forbidden) for item in asked.values()):
            self._reasons_left = 0  # the next ones would be refused too
        found = {
            job: most_frequent_code(item.result) for job, item in asked.items() if not item.error
        }
        return {job: code for job, code in found.items() if code is not None}

    async def _staged(self, row: JobHealth) -> int | None:
        wanted = f"jobId eq '{row.job_id}' and provisioningAction eq 'stagedDelete'"
        try:
            records = ProvisioningLogs(self._session).filter(wanted)
            found = {
                (record.source_identity and record.source_identity.id) or record.id
                async for record in records.with_options(timeout=self._left())
            }
        except (*UNREADABLE, RateLimitExceeded):
            return None
        return len(found)

    def _batch(self) -> Batch:
        return Batch(self._session.with_options(timeout=self._left()))

    async def _send(self, batch: Batch) -> None:
        try:
            await batch.send()
        except UNREADABLE:
            # Each item has the error, and becomes a row with it.
            self._left()

    def _left(self) -> float | None:
        """Return the seconds that a request may take.

        Raises `WaitTimedOut` when the time is over.
        """
        usual = self._session.settings.timeouts.total
        if self._timeout is None:
            return usual
        left = self._timeout - (time.monotonic() - self._began)
        if left <= 0:
            raise WaitTimedOut(
                f"the fleet was not read within {self._timeout:g} s; {self._counts.principals}"
                " principals were read, and resume=fleet.position goes on there",
                None,
            )
        return left if usual is None else min(left, usual)


def unreadable_tenant(tenant: str, error: Exception, rules: Iterable[Rule]) -> JobHealth:
    """Return the row of a tenant that could not be read to its end."""
    row = JobHealth(tenant=tenant, state=JobState.UNREADABLE, error=_words(error))
    return judged(row, rules)


def _failures_of(row: JobHealth) -> str:
    # An object that fails is tried again at least once a day, and then has a new record.
    since = (row.cycle_ended or datetime.now(UTC)) - timedelta(days=2)
    return (
        f"jobId eq '{row.job_id}' and provisioningStatusInfo/status eq 'failure'"
        f" and activityDateTime ge {since.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    )


def _rows(found: PrincipalJobs, now: datetime) -> list[JobHealth]:
    row = JobHealth(principal_id=found.principal.id, principal_name=_name(found.principal))
    rows = [_row(row, job, now) for job in found.jobs]
    return rows if found.error is None else [*rows, _unreadable(row, found.error)]


def _row(row: JobHealth, job: SynchronizationJob, now: datetime) -> JobHealth:
    try:
        return evolve(
            health_of(job.data, now),
            principal_id=row.principal_id,
            principal_name=row.principal_name,
        )
    except DecodeError as error:
        return evolve(_unreadable(row, error), job_id=job.data.id)


def _unreadable(row: JobHealth, error: Exception) -> JobHealth:
    return evolve(row, state=JobState.UNREADABLE, error=_words(error))


def _words(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".splitlines()[0]


def _name(principal: ServicePrincipal) -> str | None:
    return principal.display_name if principal.is_loaded else None
