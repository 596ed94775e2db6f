# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/synchronization/copying.py
"""Copying a job to another synchronization: read both, create, write the schema, then settings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, Self

from graphsync._core.call.deadline import Deadline, check_timeout
from graphsync._core.domain.job_copy import (
    CopyStep,
    JobCopy,
    carried_schema,
    job_settings_left_out,
    same_schema,
    secrets_left_out,
    settings_to_write,
    target_job_id,
)
from graphsync._core.domain.schema_operations import SchemaOperations
from graphsync._core.domain.secret_changes import SecretTexts, merged, pairs
from graphsync._core.domain.secret_values import SecretValues
from graphsync._core.domain.tenant_objects import ForAnotherTenant, for_another_tenant
from graphsync._core.response.arrival import may_have_arrived
from graphsync._sync.navigation.session import Session
from graphsync._sync.schema.schema import SynchronizationSchema
from graphsync.errors import CopyFailed, GraphError, MaskedSecrets, Refused, WaitTimedOut
from graphsync.timeouts import Timeouts
from graphsync_client import models
from graphsync_client.api.secrets.list_secrets import list_secrets
from graphsync_client.api.secrets.replace_secrets import replace_secrets
from graphsync_client.types import ABSENT, Json, Owner

# What was just created answers 401, 403 or 404 for a while.
_REPLICATION = 120.0


class Copyable(Protocol):
    """What a copy needs of a job."""

    @property
    def id(self) -> str: ...

    @property
    def data(self) -> models.SynchronizationJob: ...

    @property
    def schema(self) -> SynchronizationSchema: ...

    def get(self) -> Self: ...

    def with_options(
        self, *, timeout: float | Timeouts | None, consistency: float = ABSENT
    ) -> Self: ...


Copyables = Sequence[Copyable]


class Copies(Protocol):
    """What a copy needs of the jobs of the target."""

    def __getitem__(self, id: str, /) -> Copyable: ...

    def create(self, template: str, /) -> Copyable: ...

    def list(self) -> Copyables: ...

    def with_options(self, *, timeout: float | Timeouts | None) -> Self: ...


class Destination(Protocol):
    """What a copy needs of the target: a bound synchronization."""

    _session: Session
    _owner: Owner

    @property
    def jobs(self) -> Copies: ...


class Copy:
    """One copy, which knows what it has written so far."""

    def __init__(
        self,
        session: Session,
        owner: Owner,
        job: Copyable,
        target: Destination,
        timeout: float | None,
        progress: Callable[[CopyStep], object] | None,
    ) -> None:
        check_timeout(timeout)
        self._session, self._owner, self._job = session, owner, job
        # The protocol between a bound synchronization and what works with it.
        self._to_session = target._session  # pyright: ignore[reportPrivateUsage]
        self._to_owner = target._owner  # pyright: ignore[reportPrivateUsage]
        self._jobs = target.jobs
        self._deadline = Deadline(timeout)
        self._progress = progress
        self._steps: list[CopyStep] = []
        self._step = "source"
        self._job_id: str | None = None
        self._created = False
        self._is_writing = False
        self._written: list[str] = []
        self._foreign: ForAnotherTenant | None = None

    def run(self, into: str | None, given: SecretTexts, *, settings: bool) -> JobCopy:
        """Read both sides first, so that what cannot work fails before anything is written."""
        schema, shown = self._read_source()
        self._step = "target"
        job_id = self._find(into)
        stored = self._secrets(self._to_session, self._to_owner)
        changes = settings_to_write(shown, stored, given) if settings else given
        values = _whole(stored, changes)
        self._done("target", f"job {job_id}" if job_id else "no job of this template")
        try:
            job = self._target_job(job_id)
            is_written = self._write_schema(job, schema)
            if changes:
                self._write_settings(values, tuple(map(str, changes)))
        except BaseException as error:
            self._fail(error)
            raise
        return JobCopy(
            job.id,
            self._created,
            is_written,
            tuple(map(str, changes)),
            secrets_left_out(shown, given),
            job_settings_left_out(self._job.data, job.data),
            tuple(self._steps),
            self._foreign.filters_left_out if self._foreign else (),
            self._foreign.to_check if self._foreign else (),
        )

    def _read_source(self) -> tuple[dict[str, Json], SecretValues]:
        self._job = self._job.with_options(timeout=self._limit())
        self._job.get()
        schema = self._schema(self._session, self._owner, self._job.id).get()
        shown = self._secrets(self._session, self._owner)
        self._done("source", f"job {self._job.id} of the template {self._job.data.template_id}")
        return schema.data.to_dict(), shown

    def _find(self, into: str | None) -> str | None:
        jobs = [
            (one.id, one.data.template_id)
            for one in self._jobs.with_options(timeout=self._limit(self._to_session)).list()
        ]
        job_id = target_job_id(self._job.data.template_id or "", jobs, into)
        is_here = self._to_session.transport is self._session.transport
        if is_here and self._to_owner == self._owner and job_id == self._job.id:
            raise Refused(f"into={into!r} is the job that is copied. Nothing was written")
        return job_id

    def _target_job(self, job_id: str | None) -> Copyable:
        self._step = "job"
        if job_id is None:
            jobs = self._jobs.with_options(timeout=self._limit(self._to_session))
            self._is_writing = True
            made = jobs.create(self._job.data.template_id or "")
            self._is_writing, self._created = False, True
            job_id = made.id
        self._job_id = job_id
        patient = _REPLICATION if self._created else ABSENT
        job = self._jobs[job_id].with_options(
            timeout=self._limit(self._to_session), consistency=patient
        )
        job.get()
        self._done("job", f"{'created' if self._created else 'found'} {job_id}")
        return job

    def _write_schema(self, job: Copyable, source: dict[str, Json]) -> bool:
        self._step = "schema"
        schema = self._schema(self._to_session, self._to_owner, job.id)
        if self._created:
            limit = self._limit(self._to_session)
            schema = schema.with_options(timeout=limit, consistency=_REPLICATION)
        schema.get()
        present = schema.data.to_dict()
        wanted = carried_schema(source, present)
        if self._to_session.transport is not self._session.transport:
            self._foreign = for_another_tenant(wanted, present)
            wanted = self._foreign.schema
        if same_schema(wanted, present):
            self._done("schema", "the same already")
            return False
        body = models.SynchronizationSchema.from_dict(wanted)
        operations = SchemaOperations(self._to_owner, job.id)
        session = self._to_session.with_options(
            timeout=self._limit(self._to_session),
            consistency=_REPLICATION if self._created else ABSENT,
        )
        self._is_writing = True
        session.send(operations.replace(body))
        self._is_writing = False
        self._written.append("schema")
        self._done("schema", "written")
        return True

    def _write_settings(self, values: SecretTexts, names: tuple[str, ...]) -> None:
        self._step = "settings"
        session = self._to_session.with_options(timeout=self._limit(self._to_session))
        body = models.ReplaceSecretsRequest(value=pairs(values))
        self._is_writing = True
        session.send(replace_secrets(self._to_owner, body))
        self._is_writing = False
        self._written.append("settings")
        self._done("settings", f"written: {', '.join(names)}")

    def _secrets(self, session: Session, owner: Owner) -> SecretValues:
        timely = session.with_options(timeout=self._limit(session))
        return SecretValues((timely.send(list_secrets(owner))).value or [])

    def _schema(self, session: Session, owner: Owner, job_id: str) -> SynchronizationSchema:
        schema = SynchronizationSchema(session, SchemaOperations(owner, job_id))
        return schema.with_options(timeout=self._limit(session))

    def _limit(self, session: Session | None = None) -> Timeouts:
        timeouts = (session or self._session).settings.timeouts
        left = self._deadline.left
        if left is None:
            return timeouts
        if left == 0:
            raise WaitTimedOut(
                f"the copy did not end within {self._deadline.total:g} s; it had reached the step"
                f" {self._step!r}",
                None,
            )
        return timeouts.evolve(total=left if timeouts.total is None else min(left, timeouts.total))

    def _fail(self, error: BaseException) -> None:
        """Raise `CopyFailed` for an error behind the first write, or note what is left."""
        unknown = self._is_writing and may_have_arrived(error)
        if self._job_id is None or not (self._created or self._written or unknown):
            if unknown:
                error.add_note("Whether a job was created is not known; look at the target's jobs")
            return
        left = self._left_behind(self._job_id)
        if unknown:
            left = f"{left}. Whether the {self._step} arrived is not known"
        if not isinstance(error, GraphError):
            # An error of the progress callback, or a cancellation, goes on as it is.
            error.add_note(left)
            return
        first = (str(error).splitlines() or [type(error).__name__])[0].rstrip(".")
        raise CopyFailed(
            f"the copy failed at the step {self._step!r}: {first}. {left}",
            self._step,
            job_id=self._job_id,
            created=self._created,
            written=tuple(self._written),
        ) from error

    def _left_behind(self, job_id: str) -> str:
        job = f"job {job_id} was created and is not started" if self._created else f"job {job_id}"
        written = ", ".join(self._written) or "nothing"
        return (
            f"What is left: {job}, {written} of it written; copy_to() with into={job_id!r} does"
            " the rest"
        )

    def _done(self, name: str, found: str) -> None:
        step = CopyStep(name, found, self._deadline.elapsed)
        self._steps.append(step)
        if self._progress is not None:
            self._progress(step)


def _whole(stored: SecretValues, changes: SecretTexts) -> SecretTexts:
    """Return all that is written where some settings change."""
    if not changes:
        return {}
    try:
        return merged(stored, changes, ())
    except MaskedSecrets as error:
        raise MaskedSecrets(
            f"the settings {', '.join(map(str, changes))} differ, writing some means writing all,"
            f" and the target does not show {', '.join(error.keys)}: pass the values in secrets=,"
            " or settings=False. Nothing was written",
            error.keys,
        ) from None
