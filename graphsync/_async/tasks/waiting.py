"""The loop of every wait for a job."""

from __future__ import annotations

import time
from collections.abc import Callable, Coroutine
from typing import Any, Protocol, Self, TypeVar

from graphsync._async.navigation.session import Session
from graphsync._core.call.deadline import check_timeout
from graphsync._core.tasks.pace import longest_pause, pace_of_looks_at_a_job
from graphsync._core.tasks.wait_progress import WaitProgress
from graphsync.errors import (
    ConnectionFailed,
    Forbidden,
    GraphError,
    NotFound,
    ServerFailure,
    Throttled,
    Unauthorized,
    UntrustedCertificate,
    WaitTimedOut,
)
from graphsync.timeouts import Timeouts
from graphsync_client import models

R = TypeVar("R")

_PASSING = (ConnectionFailed, ServerFailure, Throttled)
_INVISIBLE = (NotFound, Unauthorized, Forbidden)
# Failed looks in a row that a wait without a limit bears; the client has repeated each of them.
_PATIENCE = 10


class Waitable(Protocol):
    """What waiting needs of a job."""

    @property
    def id(self) -> str: ...

    @property
    def data(self) -> models.SynchronizationJob: ...

    def get(self) -> Coroutine[Any, Any, Self]: ...

    def start(self) -> Coroutine[Any, Any, None]: ...

    def with_options(self, *, timeout: float | Timeouts | None) -> Self: ...


Progress = Callable[[WaitProgress], object]


class Wait:
    """One wait for a job, from its making on."""

    def __init__(
        self,
        session: Session,
        job: Waitable,
        what: str,
        timeout: float | None,
        progress: Progress | None,
    ) -> None:
        check_timeout(timeout)
        self._session = session
        self._job = job
        self._what = what
        self._timeout = timeout
        self._progress = progress
        self._began = time.monotonic()
        self._pace = pace_of_looks_at_a_job()
        self._status: models.SynchronizationStatus | None = None

    @property
    def waited(self) -> float:
        """Seconds since the wait began."""
        return time.monotonic() - self._began

    async def look(self) -> models.SynchronizationJob:
        """Read the job once and return its data; the time left limits the request."""
        await self._in_time().get()
        self._status = self._job.data.status
        return self._job.data

    async def until(
        self,
        decide: Callable[[models.SynchronizationJob], R | None],
        first: models.SynchronizationJob | None = None,
        *,
        is_visible: bool = True,
    ) -> R:
        """Look until `decide` gives a result or raises, and return the result.

        Args:
            decide: Returns None for a job that has to be looked at again.
            first: What the job was at a look just now, which is decided on before another one.
            is_visible: Whether a job that cannot be found is an error; else it is waited for.

        """
        job, failures = first, 0
        error: GraphError | None = None
        while True:
            if job is None:
                try:
                    job = await self.look()
                    failures, error = 0, None
                except UntrustedCertificate:
                    raise
                except _PASSING as failure:
                    failures, error = failures + 1, failure
                except _INVISIBLE as failure:
                    if is_visible:
                        raise
                    error = failure
            if job is not None:
                result = decide(job)
                if result is not None:
                    return result
            await self._pause(job, error, failures)
            job = None

    async def _pause(
        self, job: models.SynchronizationJob | None, error: GraphError | None, failures: int
    ) -> None:
        interval = job.schedule.interval if job and job.schedule else None
        pause = self._pace.pause(longest_pause(interval))
        left = self._left()
        if left is not None and left <= 0:
            raise self._over() from error
        if left is None and failures > _PATIENCE and error is not None:
            raise error
        pause = pause if left is None else min(pause, left)
        if self._progress is not None:
            status = job.status if job else None
            self._progress(WaitProgress(self._job.id, status, self.waited, pause, error))
        await self._session.transport.pause(pause)

    def _left(self) -> float | None:
        return None if self._timeout is None else self._timeout - self.waited

    def _in_time(self) -> Waitable:
        left = self._left()
        if left is None:
            return self._job
        timeouts = self._session.settings.timeouts
        total = left if timeouts.total is None else min(left, timeouts.total)
        return self._job.with_options(timeout=timeouts.evolve(total=max(total, 1.0)))

    def _over(self) -> WaitTimedOut:
        status = self._status
        code = "never read" if status is None else f"last status {status.code}"
        return WaitTimedOut(
            f"job {self._job.id}: {self._what} did not happen within {self._timeout:g} s; {code}",
            status,
        )
