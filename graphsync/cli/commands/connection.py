"""`graphsync connection`."""

from __future__ import annotations

from typing import Annotated

import typer

from graphsync.cli.command import APPLICATIONS, LIST_JOBS, LOOK_UP, READS, WRITES, command, group
from graphsync.cli.finding import find_application, find_job, find_user
from graphsync.cli.session import Run

app = group("Show or delete the link that a job keeps between a user or group and its account.")
_CONNECTION = "/servicePrincipals/{id}/synchronization/jobs/{id}/objectConnections('{id}')"
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
    run.object(found.object_connections[_object_id(run, subject)].get().data.to_dict())


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
