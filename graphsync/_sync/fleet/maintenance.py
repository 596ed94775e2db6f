# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/fleet/maintenance.py
"""A window in which jobs do not run."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from attrs import frozen

from graphsync._core.tasks.cycles import runs
from graphsync._sync.applications.service_principal import ServicePrincipal
from graphsync._sync.native import shielded
from graphsync._sync.navigation.session import Session
from graphsync._sync.synchronization.job import SynchronizationJob
from graphsync.errors import GraphError, MaintenanceIncomplete
from graphsync_client.types import Owner


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
        self, session: Session, targets: Iterable[SynchronizationJob | ServicePrincipal]
    ) -> None:
        self._session = session
        self._targets = [*targets]
        self.paused: list[SynchronizationJob] = []
        self.failures: list[MaintenanceFailure] = []

    def open(self) -> Self:
        """Pause the jobs that run, and return the window. One or two requests a job."""
        seen: set[str] = set()
        for target in self._targets:
            for job in self._jobs(target):
                if job.resource_path not in seen:
                    seen.add(job.resource_path)
                    self._pause(job)
        return self

    def close(self) -> None:
        """Start the jobs that were paused. One request each.

        All of them are tried. Raises `MaintenanceIncomplete` where some could not be started; these
        stay in `paused`, so that `close` can be called again.
        """
        left: list[SynchronizationJob] = []
        failed: list[MaintenanceFailure] = []
        with shielded():
            for job in self.paused:
                try:
                    job.start()
                except GraphError as error:
                    left.append(job)
                    failed.append(MaintenanceFailure("start", job.resource_path, error))
        self.paused = left
        self.failures += failed
        if failed:
            names = ", ".join(one.path for one in failed)
            raise MaintenanceIncomplete(
                f"{len(failed)} jobs are still paused, because they could not be started: {names}",
                failed,
            )

    def save(self, path: str | Path) -> None:
        """Write which jobs are paused into a file, for another process to start them."""
        jobs = [
            {"owner": job.resource_path.partition("/synchronization/")[0], "id": job.id}
            for job in self.paused
        ]
        Path(path).write_text(json.dumps({"paused": jobs}, indent=1) + "\n", encoding="utf-8")

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

    def _jobs(self, target: SynchronizationJob | ServicePrincipal) -> list[SynchronizationJob]:
        if isinstance(target, SynchronizationJob):
            return [target]
        try:
            return target.synchronization.jobs.list()
        except GraphError as error:
            self.failures.append(MaintenanceFailure("read", target.resource_path, error))
            return []

    def _pause(self, job: SynchronizationJob) -> None:
        action = "read"
        try:
            if not job.is_loaded:
                job.get()
            if runs(job.schedule):
                action = "pause"
                job.pause()
                self.paused.append(job)
        except GraphError as error:
            self.failures.append(MaintenanceFailure(action, job.resource_path, error))

    def __enter__(self) -> Self:
        try:
            return self.open()
        except BaseException:
            # Cancelled half-way: what was paused until here must run again.
            self.close()
            raise

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        try:
            self.close()
        except MaintenanceIncomplete as incomplete:
            if error is None:
                raise
            error.add_note(str(incomplete))
