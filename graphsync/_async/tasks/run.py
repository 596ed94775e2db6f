"""Running a job and waiting for it."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from graphsync._async.navigation.session import Session
from graphsync._async.tasks.cycle import Cycle
from graphsync._async.tasks.waiting import Progress, Wait, Waitable
from graphsync._core.tasks.cycles import (
    SETTLING,
    check_pruned,
    check_quarantine,
    check_runs,
    ended_run,
    is_healthy,
    is_steady,
    last_began,
    runs,
)
from graphsync.errors import GraphError
from graphsync_client import models


async def run(
    session: Session, job: Waitable, timeout: float | None, progress: Progress | None
) -> Cycle:
    """Start a job that does not run, and return the first cycle that began from now on and
    ended.
    """
    wait = Wait(session, job, "a cycle that began after the call and ended", timeout, progress)
    before = await wait.look()
    since = last_began(before.status)
    if runs(before.schedule):
        check_quarantine(job.id, before.status)
        return await _cycle(session, wait, job, since, settling=0.0)
    try:
        await job.start()
        return await _cycle(session, wait, job, since, settling=wait.waited + SETTLING)
    except GraphError:
        raise
    except BaseException as stop:
        stop.add_note(f"Job {job.id} was started by this call, and may run on; pause() stops it")
        raise


async def wait_for_cycle(
    session: Session,
    job: Waitable,
    since: datetime | Cycle | None,
    timeout: float | None,
    progress: Progress | None,
) -> Cycle:
    """Return the first cycle that began after `since` and ended."""
    wait = Wait(session, job, "a cycle", timeout, progress)
    if not isinstance(cast("object", since), (datetime, Cycle, type(None))):
        kind = type(since).__name__
        raise TypeError(f"since is {kind}; pass a datetime in UTC, a cycle, or nothing")
    if isinstance(since, datetime) and since.tzinfo is None:
        raise ValueError(f"since={since!r} has no time zone; pass one in UTC")
    first = await wait.look()
    after = since.began if isinstance(since, Cycle) else since
    if since is None:
        after = last_began(first.status)
    at = isinstance(since, datetime)
    return await _cycle(session, wait, job, after, settling=0.0, at=at, first=first)


async def _cycle(
    session: Session,
    wait: Wait,
    job: Waitable,
    since: datetime | None,
    *,
    settling: float,
    at: bool = False,
    first: models.SynchronizationJob | None = None,
) -> Cycle:
    def decide(now: models.SynchronizationJob) -> Cycle | None:
        ended = ended_run(now.status, since, at=at)
        if ended is not None:
            check_quarantine(job.id, now.status, ended)
            check_pruned(job.id, now, ended)
            return Cycle(session, job.id, ended)
        if wait.waited >= settling:
            if runs(now.schedule):
                check_quarantine(job.id, now.status)
            check_runs(job.id, now)
        return None

    return await wait.until(decide, first)


async def wait_for_steady_state(
    session: Session, job: Waitable, timeout: float | None, progress: Progress | None
) -> datetime:
    """Wait until a cycle has left nothing to do, and return when that was."""

    def decide(now: models.SynchronizationJob) -> datetime | None:
        if now.status is not None and is_steady(now):
            return now.status.steady_state_last_achieved_time
        if runs(now.schedule):
            check_quarantine(job.id, now.status)
        check_runs(job.id, now)
        return None

    return await Wait(session, job, "a cycle that leaves nothing to do", timeout, progress).until(
        decide
    )


async def wait_until_healthy(
    session: Session, job: Waitable, timeout: float | None, progress: Progress | None
) -> models.SynchronizationStatus:
    """Wait until a job runs, out of quarantine, and its latest run did not fail."""

    def decide(now: models.SynchronizationJob) -> models.SynchronizationStatus | None:
        if is_healthy(now):
            return now.status
        check_runs(job.id, now)
        return None

    return await Wait(session, job, "health", timeout, progress).until(decide)


async def wait_until_visible(
    session: Session, job: Waitable, timeout: float | None, progress: Progress | None
) -> None:
    """Wait until the service shows a job; in between it answers 401, 403 or 404."""
    wait = Wait(session, job, "the job's appearance", timeout, progress)
    await wait.until(lambda _: True, is_visible=False)
