"""`graphsync apps`."""

from __future__ import annotations

from typing import Annotated

import typer

from graphsync.cli.command import APPLICATIONS, LIST_JOBS, LOOK_UP, READS, command, group
from graphsync.cli.finding import find_application
from graphsync.cli.session import Run

app = group("List and show applications (in the portal: enterprise applications).")
_COLUMNS = ("id", "appId", "displayName")


@command(app, "list", sends=(LOOK_UP,), needs=(APPLICATIONS,))
def list_applications(
    run: Run,
    name: Annotated[str | None, typer.Argument(help="Beginning of the name.")] = None,
) -> None:
    """List applications, all or those whose name begins with a text."""
    found = run.graph.service_principals.select(*_COLUMNS)
    if name is not None:
        quoted = name.replace("'", "''")
        found = found.filter(f"startswith(displayName,'{quoted}')")
    run.rows(
        [{"id": one.id, "appId": one.app_id, "displayName": one.display_name} for one in found],
        *_COLUMNS,
    )


@command(app, "show", sends=(LOOK_UP, LIST_JOBS), needs=(APPLICATIONS, READS))
def show(
    run: Run, name: Annotated[str, typer.Argument(help="Name, id, or part of the name.")]
) -> None:
    """Show an application and the ids of its jobs."""
    found = find_application(run.graph, name)
    jobs = [job.id for job in found.synchronization.jobs]
    run.object(
        {"id": found.id, "appId": found.app_id, "displayName": found.display_name, "jobs": jobs}
    )
