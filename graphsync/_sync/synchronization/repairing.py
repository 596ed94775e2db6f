# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/synchronization/repairing.py
"""Making a user's object connection again: pause, delete, provision, start."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from graphsync._core.call.deadline import check_timeout
from graphsync._core.domain.connection_repair import (
    ConnectionRepair,
    RepairStep,
    left_behind,
    linked,
)
from graphsync._core.domain.on_demand import ProvisionOnDemandResult, rule_for
from graphsync._core.tasks.cycles import check_quarantine, runs
from graphsync._sync.native import shielded
from graphsync._sync.navigation.session import Session
from graphsync._sync.people.user import User
from graphsync._sync.people.users import Users
from graphsync._sync.schema.schema import SynchronizationSchema
from graphsync._sync.synchronization.object_connections import ObjectConnections
from graphsync._sync.tasks.waiting import Wait, Waitable
from graphsync.errors import GraphError, NotFound, RepairFailed, WaitTimedOut
from graphsync.timeouts import Timeouts
from graphsync_client import models

_RESTING = frozenset({"Paused", "Disabled"})
RepairProgress = Callable[[RepairStep], object]


class Repairable(Waitable, Protocol):
    """What a repair needs of a job."""

    @property
    def schema(self) -> SynchronizationSchema: ...

    @property
    def object_connections(self) -> ObjectConnections: ...

    def pause(self) -> None: ...

    def provision_on_demand(self, rule: str, subject: str, /) -> ProvisionOnDemandResult: ...


def repair_connection(
    session: Session,
    job: Repairable,
    user: str | User,
    rule: str | None,
    timeout: float | None,
    progress: RepairProgress | None,
) -> ConnectionRepair:
    """Delete a user's link and have it made again, then put the job's state back."""
    return _Repair(session, job, timeout, progress).run(user, rule)


class _Repair:
    """One repair, which knows what it has changed so far."""

    def __init__(
        self,
        session: Session,
        job: Repairable,
        timeout: float | None,
        progress: RepairProgress | None,
    ) -> None:
        check_timeout(timeout)
        self._session = session
        self._job = job
        self._timeout = timeout
        self._progress = progress
        self._began = time.monotonic()
        self._steps: list[RepairStep] = []
        self._step = "job"
        self._before: models.ObjectConnection | None = None
        self._is_paused = False
        self._is_deleted = False

    def run(self, user: str | User, rule: str | None) -> ConnectionRepair:
        """Read first, so that what cannot work fails before anything is changed."""
        was_running = self._read_job()
        user_id = self._find(user)
        rule = rule or self._find_rule()
        self._step = "connection"
        self._before = self._connection(user_id)
        self._done("connection", linked(self._before))
        try:
            if self._before is not None:
                self._unlink(user_id, was_running)
            self._step = "provision"
            result = self._timely().provision_on_demand(rule, user_id)
            self._done("provision", str(result.outcome))
            self._step = "check"
            after = self._connection(user_id)
            self._done("check", linked(after))
        except BaseException as error:
            self._fail(error)
            raise
        if (failure := self._start()) is not None:
            self._step = "start"
            raise self._failed(failure) from failure
        return ConnectionRepair(user_id, self._before, after, result, tuple(self._steps))

    def _read_job(self) -> bool:
        self._timely().get()
        job = self._job.data
        is_running = runs(job.schedule)
        if is_running:
            # Starting it afterwards would lift the quarantine, which then cannot be put back.
            check_quarantine(self._job.id, job.status)
        self._done("job", str(job.schedule.state if job.schedule else None))
        return is_running

    def _find(self, user: str | User) -> str:
        self._step = "user"
        # The protocol between a bound user and what works with it.
        key = user._address if isinstance(user, User) else user.strip()  # pyright: ignore[reportPrivateUsage]
        if not key:
            raise ValueError("repair_connection() takes a user, but the text is empty")
        if "@" not in key:
            self._done("user", key)
            return key
        found = Users(self._session)[key].with_options(timeout=self._limit()).get(select=["id"])
        self._done("user", found.id)
        return found.id

    def _find_rule(self) -> str:
        self._step = "rule"
        schema = self._timely().schema
        schema.get()
        rules = schema.data.synchronization_rules or ()
        rule = rule_for("User", rules, "Pass the id of the rule as rule=")
        self._done("rule", rule)
        return rule

    def _connection(self, user_id: str) -> models.ObjectConnection | None:
        connection = self._timely().object_connections[user_id]
        try:
            connection.get()
        except NotFound:
            return None
        return connection.data

    def _unlink(self, user_id: str, was_running: bool) -> None:
        if was_running:
            self._step = "pause"
            # Before the request: if its answer is lost, the job may be paused all the same.
            self._is_paused = True
            self._timely().pause()
            wait = Wait(self._session, self._job, "the job's pause", self._left(), None)
            wait.until(_rests)
            self._done("pause", "paused")
        self._step = "delete"
        self._timely().object_connections[user_id].delete()
        self._is_deleted = True
        self._done("delete", "deleted")

    def _start(self) -> GraphError | None:
        """Start the job if this repair paused it; return why that failed, if it did."""
        if self._is_paused:
            with shielded():
                try:
                    self._job.start()
                except GraphError as error:
                    return error
            self._is_paused = False
            self._done("start", "started")
        return None

    def _fail(self, error: BaseException) -> None:
        """Put the job's state back after an error, and raise `RepairFailed` or note what is left.

        An error of the progress callback, or a cancellation, goes on as it is.
        """
        self._progress = None
        failure = self._start()
        if isinstance(error, GraphError):
            raise self._failed(error, failure) from error
        if failure is not None or self._is_deleted:
            error.add_note(self._left_behind(failure))

    def _failed(self, error: GraphError, start: GraphError | None = None) -> RepairFailed:
        return RepairFailed(
            f"the repair failed at the step {self._step!r}: {_first(error)}."
            f" {self._left_behind(start)}",
            self._step,
            link_deleted=self._is_deleted,
            job_paused=self._is_paused,
        )

    def _left_behind(self, start: GraphError | None) -> str:
        text = left_behind(
            self._before,
            is_deleted=self._is_deleted,
            is_paused=self._is_paused,
            job_id=self._job.id,
        )
        why = "" if start is None else f". Starting it failed: {_first(start)}"
        return f"What is left: {text}{why}"

    def _timely(self) -> Repairable:
        return self._job.with_options(timeout=self._limit())

    def _limit(self) -> Timeouts:
        timeouts = self._session.settings.timeouts
        left = self._left()
        if left is None:
            return timeouts
        total = left if timeouts.total is None else min(left, timeouts.total)
        return timeouts.evolve(total=total)

    def _left(self) -> float | None:
        if self._timeout is None:
            return None
        left = self._timeout - (time.monotonic() - self._began)
        if left <= 0:
            raise WaitTimedOut(
                f"the repair did not end within {self._timeout:g} s; it had reached the step"
                f" {self._step!r}",
                None,
            )
        return left

    def _done(self, name: str, found: str) -> None:
        step = RepairStep(name, found, time.monotonic() - self._began)
        self._steps.append(step)
        if self._progress is not None:
            self._progress(step)


def _rests(job: models.SynchronizationJob) -> bool | None:
    return (job.schedule is not None and str(job.schedule.state) in _RESTING) or None


def _first(error: GraphError) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0].rstrip(".")
