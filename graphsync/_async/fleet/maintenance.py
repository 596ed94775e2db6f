"""A window in which jobs do not run."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self, TypeVar, cast

from attrs import frozen

from graphsync._async.applications.service_principal import ServicePrincipal
from graphsync._async.native import shielded
from graphsync._async.navigation.session import Session
from graphsync._async.synchronization.job import SynchronizationJob
from graphsync._core.call.deadline import Deadline, check_timeout
from graphsync._core.response.arrival import may_have_arrived
from graphsync._core.tasks.cycles import runs
from graphsync.errors import (
    GraphError,
    MaintenanceIncomplete,
    WaitTimedOut,
)
from graphsync.timeouts import Timeouts
from graphsync_client.types import Owner


class _Timed(Protocol):
    def with_options(self, *, timeout: float | Timeouts | None) -> Self: ...


_T = TypeVar("_T", bound=_Timed)


@frozen
class MaintenanceFailure:
    """What could not be done in a window: `read`, `pause` or `start`, of what, and why."""

    action: str
    path: str
    error: GraphError


class Maintenance:
    """A window in which jobs do not run: those that ran are paused, and exactly these are started
    again.

    `paused` has the jobs that are paused now. `failures` lists what could not be read, paused or
    started; nothing of it is dropped. A cycle under way ends by itself. Starting a job that was in
    quarantine lifts the quarantine.
    """

    def __init__(
        self,
        session: Session,
        targets: Iterable[SynchronizationJob | ServicePrincipal],
        *,
        timeout: float | None = None,
        progress: Callable[[Maintenance], object] | None = None,
    ) -> None:
        self._session = session
        check_timeout(timeout)
        self._targets = _checked(targets)
        self._timeout = timeout
        self._progress = progress
        self.paused: list[SynchronizationJob] = []
        self.failures: list[MaintenanceFailure] = []

    async def open(self) -> Self:
        """Pause the jobs that run, and return the window. One or two requests a job.

        What there was no time for is among the `failures`.
        """
        deadline = Deadline(self._timeout)
        seen: set[str] = set()
        for target in self._targets:
            for job in await self._jobs(target, deadline):
                if job.resource_path not in seen:
                    seen.add(job.resource_path)
                    await self._pause(job, deadline)
                    self._report()
        return self

    async def close(self) -> None:
        """Start the jobs that were paused. One request each, without a limit of time for all.

        All of them are tried. Raises `MaintenanceIncomplete` where some could not be started; these
        stay in `paused`, so that `close` can be called again.
        """
        failed: list[MaintenanceFailure] = []
        with shielded():
            for job in [*self.paused]:
                try:
                    await job.start()
                except GraphError as error:
                    failed.append(MaintenanceFailure("start", job.resource_path, error))
                else:
                    # One by one, so that it is right also where a break ends the loop.
                    self.paused = [one for one in self.paused if one is not job]
        self.failures += failed
        if failed:
            names = ", ".join(one.path for one in failed)
            raise MaintenanceIncomplete(
                f"{len(failed)} jobs are still paused, because they could not be started: {names}",
                failed,
            )

    def save(self, path: str | Path) -> None:
        """Write which jobs are paused into a file, for another process to start them.

        A file that is there stays as it is until the new one is complete.
        """
        jobs = [
            {"owner": job.resource_path.partition("/synchronization/")[0], "id": job.id}
            for job in self.paused
        ]
        place = Path(path)
        temporary = place.with_name(f".{place.name}.tmp")
        temporary.write_text(json.dumps({"paused": jobs}, indent=1) + "\n", encoding="utf-8")
        temporary.replace(place)

    def load(self, path: str | Path) -> Self:
        """Take the jobs that a file names for those that are paused, and return the window.

        Sends nothing.
        """
        try:
            jobs = json.loads(Path(path).read_text(encoding="utf-8"))["paused"]
            found = [(str(one["owner"]), str(one["id"])) for one in jobs]
        except (ValueError, TypeError, KeyError):
            raise ValueError(f"{path} is not a file that Maintenance.save() wrote") from None
        self.paused = [SynchronizationJob(self._session, Owner(owner), id) for owner, id in found]
        return self

    def _report(self) -> None:
        if self._progress is not None:
            self._progress(self)

    def _timed(self, bound: _T, deadline: Deadline) -> _T:
        """Return what a call is made of, with no more time than is left for pausing.

        Raises `WaitTimedOut` where there is none.
        """
        left = deadline.left
        if left is None:
            return bound
        if left == 0:
            raise WaitTimedOut(
                f"not done within the {self._timeout:g} s that timeout= gives to pausing", None
            )
        usual = self._session.settings.timeouts.total
        return bound.with_options(timeout=left if usual is None else min(left, usual))

    async def _jobs(
        self, target: SynchronizationJob | ServicePrincipal, deadline: Deadline
    ) -> list[SynchronizationJob]:
        if isinstance(target, SynchronizationJob):
            return [target]
        try:
            jobs = self._timed(target.synchronization.jobs, deadline)
            # They are started again later, with the client's own time for each call.
            usual = self._session.settings.timeouts
            return [job.with_options(timeout=usual) for job in await jobs.list()]
        except GraphError as error:
            self.failures.append(MaintenanceFailure("read", target.resource_path, error))
            return []

    async def _pause(self, job: SynchronizationJob, deadline: Deadline) -> None:
        try:
            # With the same data, so what is read here is known to the job as well.
            if not job.is_loaded:
                await self._timed(job, deadline).get()
        except GraphError as error:
            self.failures.append(MaintenanceFailure("read", job.resource_path, error))
            return
        if not runs(job.schedule):
            return
        try:
            timed = self._timed(job, deadline)
        except WaitTimedOut as error:
            self.failures.append(MaintenanceFailure("pause", job.resource_path, error))
            return
        # Before the request: the job may be paused although no answer comes.
        self.paused.append(job)
        try:
            await timed.pause()
        except GraphError as error:
            if not (may_have_arrived(error) and await _may_rest(job)):
                self.paused.pop()
            self.failures.append(MaintenanceFailure("pause", job.resource_path, error))

    async def __aenter__(self) -> Self:
        try:
            return await self.open()
        except BaseException as error:
            # Cancelled half-way: what was paused until here must run again.
            await self._close_after(error)
            raise

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if error is None:
            await self.close()
        else:
            await self._close_after(error)

    async def _close_after(self, error: BaseException) -> None:
        """Start the jobs after an error, which goes on with a note of those that are left."""
        try:
            await self.close()
        except MaintenanceIncomplete as incomplete:
            error.add_note(str(incomplete))
        except BaseException as second:
            names = ", ".join(job.resource_path for job in self.paused)
            second.add_note(f"these jobs may still be paused: {names}")
            raise


def _checked(
    targets: Iterable[SynchronizationJob | ServicePrincipal],
) -> list[SynchronizationJob | ServicePrincipal]:
    """Return the targets as a list; raises TypeError, before anything is paused, for others."""
    if isinstance(cast("object", targets), (SynchronizationJob, ServicePrincipal)):
        raise TypeError(f"maintenance() takes a list; pass [{targets!r}]")
    found = [*targets]
    for one in found:
        if not isinstance(cast("object", one), (SynchronizationJob, ServicePrincipal)):
            raise TypeError(
                f"{one!r} is not a bound job or service principal; pass"
                " graph.service_principals[id], or one of its synchronization.jobs"
            )
    return found


async def _may_rest(job: SynchronizationJob) -> bool:
    """Return whether a job is paused, or cannot be read."""
    try:
        await job.get()
    except GraphError:
        return True
    return not runs(job.schedule)
