"""`graphsync preview`."""

from __future__ import annotations

from typing import Annotated

import typer

from graphsync._core.tasks.preview import Preview
from graphsync.cli.command import APPLICATIONS, LIST_JOBS, LOOK_UP, READS, command, single
from graphsync.cli.exits import ExitCode
from graphsync.cli.finding import find_application, find_job
from graphsync.cli.output import Form, Row
from graphsync.cli.progress import Bar
from graphsync.cli.session import Run

app = single()
_JOB = "/servicePrincipals/{id}/synchronization/jobs/{id}"


@command(
    app,
    "preview",
    sends=(
        LOOK_UP,
        LIST_JOBS,
        f"GET {_JOB}",
        f"GET {_JOB}/schema",
        "GET /users/{id}",
        "GET /servicePrincipals/{id}",
        "GET /users/{id}/appRoleAssignments",
        "GET /organization",
        f"GET {_JOB}/objectConnections/{{id}}",
        f"POST {_JOB}/schema/parseExpression",
    ),
    needs=(APPLICATIONS, READS, "User.Read.All"),
)
def preview(
    run: Run,
    user: Annotated[str, typer.Argument(help="User: principal name or object id.")],
    application: Annotated[
        str,
        typer.Option(
            "--app", envvar="GRAPHSYNC_APP", help="Application: name, id, or part of the name."
        ),
    ],
    job: Annotated[str | None, typer.Option(help="Job; not needed where there is one.")] = None,
    compare: Annotated[
        bool, typer.Option("--compare", help="Let the service evaluate each function too.")
    ] = False,
) -> None:
    """Show the account that the mappings would make of a user; nothing is written.

    Exit code 2 where a mapping cannot be computed, or the service computes another value.
    """
    found = find_job(find_application(run.graph, application), job)
    with Bar("reading", None) as bar:
        made = found.preview(
            user, compare=compare, progress=lambda seen: bar.update(seen.read, seen.requests)
        )
    if run.form is Form.TABLE:
        run.rows(_rows(made), "attribute", "created", "updated", "source")
    else:
        run.object(made.to_dict())
    for line in made.problems:
        run.note(line)
    for one in made.differences:
        run.note(f"{one.target}: computed {one.here!r}, the service computes {one.there!r}")
    if made.problems or made.differences:
        raise typer.Exit(ExitCode.DIFFERENT)


def _rows(made: Preview) -> list[Row]:
    return [
        {
            "attribute": one.target,
            "created": one.on_create.shown,
            "updated": one.on_update.shown,
            "source": one.source or "default",
        }
        for one in made.values
    ]
