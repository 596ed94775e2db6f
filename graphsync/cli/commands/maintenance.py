"""`graphsync maintenance`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphsync.cli.command import APPLICATIONS, LIST_JOBS, LOOK_UP, WRITES, command, group
from graphsync.cli.exits import ExitCode, UsageMistake
from graphsync.cli.finding import find_application, find_job
from graphsync.cli.session import Run
from graphsync.errors import MaintenanceIncomplete

if TYPE_CHECKING:
    from graphsync import SynchronizationJob

app = group("Pause the jobs that run for a while, and start exactly these again.")
_JOB = "/servicePrincipals/{id}/synchronization/jobs/{id}"
Window = Annotated[
    Path, typer.Option("--file", help="File that says which jobs were paused, for the end.")
]
_FILE = Path("graphsync-maintenance.json")


@command(
    app,
    "begin",
    sends=(LOOK_UP, LIST_JOBS, f"POST {_JOB}/pause"),
    needs=(APPLICATIONS, WRITES),
    writes=True,
)
def begin(
    run: Run,
    targets: Annotated[
        list[str], typer.Argument(metavar="APP[:JOB]...", help="Applications, or single jobs.")
    ],
    file: Window = _FILE,
) -> None:
    """Pause the jobs that run, and note them in a file.

    `graphsync maintenance end` reads it. A cycle under way is finished. Exit code 1 where a job
    could not be paused.
    """
    if file.exists():
        raise UsageMistake(
            f"{file} exists, so a window may be open",
            "end it with graphsync maintenance end, or name another file with --file",
        )
    jobs = [job for job in _jobs(run, targets) if _runs(job)]
    run.confirm(f"Pause {len(jobs)} jobs?")
    if run.dry_run:
        for job in jobs:
            run.note(f"would do: pause {job.id}")
        return
    window = run.graph.maintenance()
    failures = 0
    for job in jobs:
        # The file has the job before it is paused: whatever ends this process, it is not forgotten.
        window.paused.append(job)
        window.save(file)
        one = run.graph.maintenance([job]).open()
        if one.failures:
            window.paused.remove(job)
            window.save(file)
            failures += 1
            run.note(f"failed: pause {job.id}: {_first_line(one.failures[0].error)}")
        else:
            run.did(f"pause {job.id}")
    if not window.paused:
        run.note("no job was paused")
        file.unlink(missing_ok=True)
    else:
        run.note(f"graphsync maintenance end --file {file} starts them again")
    if failures:
        raise typer.Exit(ExitCode.FAILED)


@command(app, "end", sends=(f"POST {_JOB}/start",), needs=(WRITES,), writes=True)
def end(run: Run, file: Window = _FILE) -> None:
    """Start the jobs of the file again, and remove it.

    Where a job could not be started, the file keeps it, and the command can be run again.
    """
    if not file.exists():
        raise UsageMistake(f"there is no file {file}", "graphsync maintenance begin writes one")
    window = run.graph.maintenance().load(file)
    jobs = [*window.paused]
    if run.dry_run:
        for job in jobs:
            run.note(f"would do: start {job.id}")
        return
    for job in jobs:
        one = run.graph.maintenance()
        one.paused.append(job)
        try:
            one.close()
        except MaintenanceIncomplete:
            run.note(f"failed: start {job.id}: {_first_line(one.failures[0].error)}")
        else:
            window.paused.remove(job)
            window.save(file)
            run.did(f"start {job.id}")
    if window.paused:
        run.note(f"{file} keeps what is still paused; remove the cause and run the command again")
        raise typer.Exit(ExitCode.FAILED)
    file.unlink()


def _jobs(run: Run, targets: list[str]) -> list[SynchronizationJob]:
    found: dict[str, SynchronizationJob] = {}
    for target in targets:
        name, _, job = target.partition(":")
        principal = find_application(run.graph, name)
        jobs = [find_job(principal, job)] if job else [*principal.synchronization.jobs]
        found |= {one.resource_path: one for one in jobs}
    return [*found.values()]


def _runs(job: SynchronizationJob) -> bool:
    return job.schedule is not None and str(job.schedule.state) == "Active"


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
