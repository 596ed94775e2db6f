"""`graphsync connection`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from graphsync.cli.command import APPLICATIONS, LIST_JOBS, LOOK_UP, READS, WRITES, command, group
from graphsync.cli.exits import ExitCode
from graphsync.cli.finding import find_application, find_job, find_user
from graphsync.cli.progress import Bar
from graphsync.cli.session import Run

if TYPE_CHECKING:
    from graphsync._core.domain.connection_repair import RepairStep

app = group(
    "Show, delete or repair the link that a job keeps between a user or group and its account."
)
_JOB = "/servicePrincipals/{id}/synchronization/jobs/{id}"
_CONNECTION = f"{_JOB}/objectConnections('{{id}}')"
_FIND = (LOOK_UP, LIST_JOBS, "GET /users/{id}")
Subject = Annotated[
    str,
    typer.Argument(
        metavar="OBJECT", help="A user's principal name, or the id of the object or its account."
    ),
]
Application = Annotated[
    str,
    typer.Option(
        "--app", envvar="GRAPHSYNC_APP", help="Application: name, id, or part of the name."
    ),
]
Job = Annotated[str | None, typer.Option(help="Job; not needed where there is one.")]


def _object_id(run: Run, name: str) -> str:
    """Return an id; an account's id may have any form, a user's principal name has an at sign."""
    return find_user(run.graph, name) if "@" in name else name


@command(
    app,
    "show",
    sends=(*_FIND, f"GET {_CONNECTION}"),
    needs=(APPLICATIONS, READS, "User.Read.All"),
)
def show(run: Run, subject: Subject, application: Application, job: Job = None) -> None:
    """Show which account a user or group is linked with (beta)."""
    found = find_job(find_application(run.graph, application), job)
    link = found.object_connections[_object_id(run, subject)].get().data.to_dict()
    run.object({name: value for name, value in link.items() if not name.startswith("@odata.")})


@command(
    app,
    "delete",
    sends=(*_FIND, f"DELETE {_CONNECTION}"),
    needs=(APPLICATIONS, WRITES, "User.Read.All"),
    writes=True,
)
def delete(run: Run, subject: Subject, application: Application, job: Job = None) -> None:
    """Delete a link, so that the object is matched anew (beta).

    The object and its account stay. The job has to be paused. Correct the data or the matching
    first, since the same link is made again otherwise.
    """
    found = find_job(find_application(run.graph, application), job)
    link = found.object_connections[_object_id(run, subject)]
    run.confirm(f"Delete the link of {subject} in {found.id}?")
    run.send(f"delete the link of {subject} in {found.id}", link.delete)


@command(
    app,
    "repair",
    sends=(
        *_FIND,
        f"GET {_JOB}",
        f"GET {_JOB}/schema",
        f"GET {_CONNECTION}",
        f"POST {_JOB}/pause",
        f"DELETE {_CONNECTION}",
        f"POST {_JOB}/provisionOnDemand",
        f"POST {_JOB}/start",
    ),
    needs=(APPLICATIONS, WRITES, "User.Read.All"),
    writes=True,
)
def repair(
    run: Run,
    subject: Subject,
    application: Application,
    job: Job = None,
    rule: Annotated[
        str | None, typer.Option(help="Id of the rule, needed where several are for users.")
    ] = None,
    timeout: Annotated[float, typer.Option(min=1, help="Seconds for the whole repair.")] = 1800,
) -> None:
    """Delete a user's link and have it made again (beta).

    The job is paused while that happens. Exit code 2 where the user is linked to the same account
    as before: correct the data or the matching first.
    """
    found = find_job(find_application(run.graph, application), job)
    words = f"repair the link of {subject} in {found.id}"
    run.confirm(f"{words[0].upper()}{words[1:]}, pausing the job meanwhile?")
    if run.dry_run:
        run.note(f"would do: {words}")
        return
    with Bar(words) as bar:

        def progress(step: RepairStep) -> None:
            if step.name in {"pause", "delete", "provision", "start"}:
                run.did(f"{step.name}: {step.found}")
            bar.update(f"{step.name}: {step.found}")

        repaired = found.repair_connection(subject, rule=rule, timeout=timeout, progress=progress)
    before, after = repaired.before, repaired.after
    run.object(
        {
            "userId": repaired.user_id,
            "before": None if before is None else before.target_anchor,
            "after": None if after is None else after.target_anchor,
            "changed": repaired.changed,
        }
    )
    if not repaired.changed:
        raise typer.Exit(ExitCode.DIFFERENT)
