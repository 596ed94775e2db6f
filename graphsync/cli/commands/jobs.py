"""`graphsync jobs`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from graphsync._core.json_values import as_object
from graphsync.cli.command import APPLICATIONS, LIST_JOBS, LOOK_UP, READS, WRITES, command, group
from graphsync.cli.exits import ExitCode, UsageMistake, nearest
from graphsync.cli.finding import find_application, find_job
from graphsync.cli.output import Row
from graphsync.cli.progress import Bar
from graphsync.cli.session import Run

if TYPE_CHECKING:
    from graphsync import Cycle, SynchronizationJob
    from graphsync.tasks import WaitProgress

app = group("List, show, create, run, start, pause, restart and delete jobs.")
_COLUMNS = ("id", "templateId", "schedule", "status", "lastRun", "lastResult", "quarantine")
_JOB = "/servicePrincipals/{id}/synchronization/jobs/{id}"
_FIND = (LOOK_UP, LIST_JOBS)
Application = Annotated[str, typer.Argument(help="Application: name, id, or part of the name.")]
Job = Annotated[
    str | None,
    typer.Argument(help="Job: id, template, or part of the id; not needed where there is one."),
]


def _row(job: SynchronizationJob) -> Row:
    document = job.data.to_dict()
    schedule = as_object(document.get("schedule")) or {}
    status = as_object(document.get("status")) or {}
    last = as_object(status.get("lastExecution")) or {}
    quarantine = as_object(status.get("quarantine")) or {}
    return {
        "id": job.id,
        "templateId": job.template_id,
        "schedule": schedule.get("state"),
        "status": status.get("code"),
        "lastRun": last.get("timeEnded"),
        "lastResult": last.get("state"),
        "quarantine": quarantine.get("reason"),
    }


@command(app, "list", sends=_FIND, needs=(APPLICATIONS, READS))
def list_jobs(run: Run, application: Application) -> None:
    """List the jobs of an application."""
    found = find_application(run.graph, application)
    run.rows([_row(job) for job in found.synchronization.jobs], *_COLUMNS)


@command(app, "show", sends=_FIND, needs=(APPLICATIONS, READS))
def show(run: Run, application: Application, job: Job = None) -> None:
    """Show all that the service says of a job."""
    run.object(find_job(find_application(run.graph, application), job).data.to_dict())


@command(
    app,
    "create",
    sends=(LOOK_UP, "POST /servicePrincipals/{id}/synchronization/jobs"),
    needs=(APPLICATIONS, WRITES),
    writes=True,
)
def create(
    run: Run,
    application: Application,
    template: Annotated[
        str, typer.Argument(help="Template's id; `graphsync templates list` shows them.")
    ],
) -> None:
    """Create a job from a template; it is not started."""
    jobs = find_application(run.graph, application).synchronization.jobs
    made = run.send(f"create a job from {template}", jobs.create, template)
    if made is not None:
        run.object(_row(made))


@command(
    app, "start", sends=(*_FIND, f"POST {_JOB}/start"), needs=(APPLICATIONS, WRITES), writes=True
)
def start(run: Run, application: Application, job: Job = None) -> None:
    """Start a job, or go on after a pause or a quarantine."""
    found = find_job(find_application(run.graph, application), job)
    run.send(f"start {found.id}", found.start)


@command(
    app,
    "run",
    sends=(*_FIND, f"POST {_JOB}/start", f"GET {_JOB}"),
    needs=(APPLICATIONS, WRITES),
    writes=True,
)
def run_(
    run: Run,
    application: Application,
    job: Job = None,
    wait: Annotated[
        bool, typer.Option("--wait", help="Wait for the next cycle, and show its result.")
    ] = False,
    timeout: Annotated[float, typer.Option(min=1, help="Seconds to wait at most.")] = 7200,
) -> None:
    """Start a job that does not run; with --wait show how its next cycle ended.

    Exit code 1 where the cycle failed as a whole, 2 where single objects failed.
    """
    found = find_job(find_application(run.graph, application), job)
    schedule = found.schedule
    is_active = schedule is not None and str(schedule.state) == "Active"
    if not wait or run.dry_run:
        if is_active:
            run.note(f"{found.id} runs already")
        else:
            run.send(f"start {found.id}", found.start)
        return
    cycle = _cycle(run, found, timeout, starts=not is_active)
    run.object(
        {
            "jobId": cycle.job_id,
            "state": None if cycle.state is None else str(cycle.state),
            "began": None if cycle.began is None else cycle.began.isoformat(),
            "seconds": cycle.duration.total_seconds(),
            "imported": cycle.imported,
            "exported": cycle.exported,
            "escrowed": cycle.escrowed,
            "errorCode": None if cycle.error is None else cycle.error.code,
            "errorMessage": None if cycle.error is None else cycle.error.message,
        }
    )
    if not cycle.succeeded:
        has_failed = str(cycle.state) == "Failed"
        raise typer.Exit(ExitCode.FAILED if has_failed else ExitCode.DIFFERENT)


def _cycle(run: Run, job: SynchronizationJob, timeout: float, *, starts: bool) -> Cycle:
    with Bar(f"waiting for a cycle of {job.id}") as bar:

        def progress(seen: WaitProgress) -> None:
            # The first look after the start; an interrupt before it finds nothing noted as done.
            if starts and not run.done:
                run.did(f"start {job.id}")
            code = "not visible" if seen.status is None else f"status {seen.status.code}"
            bar.update(f"waiting for a cycle of {job.id}, {code}")

        found = job.run(timeout=timeout, progress=progress)
    if starts and not run.done:
        run.did(f"start {job.id}")
    return found


@command(
    app, "pause", sends=(*_FIND, f"POST {_JOB}/pause"), needs=(APPLICATIONS, WRITES), writes=True
)
def pause(run: Run, application: Application, job: Job = None) -> None:
    """Pause a job; a cycle under way is finished."""
    found = find_job(find_application(run.graph, application), job)
    run.send(f"pause {found.id}", found.pause)


@command(
    app,
    "restart",
    sends=(*_FIND, f"POST {_JOB}/restart"),
    needs=(APPLICATIONS, WRITES),
    writes=True,
)
def restart(
    run: Run,
    application: Application,
    job: Job = None,
    scope: Annotated[
        str | None,
        typer.Option(
            help=(
                "What is forgotten, with commas, such as Watermark,Escrows; else what the portal"
                " does."
            )
        ),
    ] = None,
    dangerous: Annotated[
        bool, typer.Option("--dangerous", help="Send a scope that may do harm.")
    ] = False,
) -> None:
    """Restart a job, so that its next cycle looks at every object again."""
    from graphsync import Scope
    from graphsync._core.domain.restart_scopes import PORTAL

    wanted = PORTAL if scope is None else Scope.parse(scope.replace(",", ", "))
    if not wanted.is_known:
        raise UsageMistake(f"there is no scope {scope!r}", nearest(str(scope), Scope.wire()))
    found = find_job(find_application(run.graph, application), job)
    run.confirm(f"Restart {found.id}, forgetting {wanted}?")
    run.send(f"restart {found.id}, forgetting {wanted}", found.restart, wanted, dangerous=dangerous)


@command(app, "delete", sends=(*_FIND, f"DELETE {_JOB}"), needs=(APPLICATIONS, WRITES), writes=True)
def delete(run: Run, application: Application, job: Job = None) -> None:
    """Delete a job with its state; accounts and secrets stay."""
    found = find_job(find_application(run.graph, application), job)
    run.confirm(f"Delete {found.id} with its schema and its state?")
    run.send(f"delete {found.id}", found.delete)
