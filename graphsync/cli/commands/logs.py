"""`graphsync logs`."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Annotated

import typer

from graphsync._core.json_values import as_object
from graphsync.cli.command import APPLICATIONS, LIST_JOBS, LOGS, LOOK_UP, command, single
from graphsync.cli.finding import find_application, find_job
from graphsync.cli.output import Form, Row, write_object, write_rows
from graphsync.cli.session import Run
from graphsync_client.types import Json

app = single()
_COLUMNS = ("time", "action", "status", "source", "target", "reason", "jobId", "id")
_LOOK_EVERY = 10.0


@command(
    app,
    "logs",
    sends=("GET /auditLogs/provisioning", LOOK_UP, LIST_JOBS),
    needs=(LOGS, APPLICATIONS),
)
def logs(
    run: Run,
    application: Annotated[
        str | None, typer.Option("--app", help="Only records of this application.")
    ] = None,
    job: Annotated[str | None, typer.Option(help="Only records of this job.")] = None,
    user: Annotated[
        str | None, typer.Option(help="Only records whose object has this name or id.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(help="Only records from then on, such as 2026-01-31T00:00:00Z.")
    ] = None,
    status: Annotated[
        str | None, typer.Option(help="Only this outcome: success, failure, skipped, warning.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="Most records.")] = 100,
    follow: Annotated[
        bool, typer.Option("--follow", "-f", help="Wait for new records until Ctrl-C.")
    ] = False,
) -> None:
    """Show what became of each object, the newest last."""
    listing = run.graph.provisioning_logs
    if application is not None:
        found = find_job(find_application(run.graph, application), job)
        listing = listing.filter(f"jobId eq '{found.id}'")
    if status is not None:
        listing = listing.filter(f"provisioningStatusInfo/status eq {_quoted(status)}")
    if since is not None:
        listing = listing.filter(f"activityDateTime ge {since}")
    records: list[Row] = []
    for one in listing:
        row = _row(one.to_dict())
        if user is None or _is_about(row, one.to_dict(), user):
            records.append(row)
        if len(records) == limit:
            break
    records.sort(key=lambda row: str(row["time"]))
    write_rows(records, _COLUMNS, run.form, run.columns)
    seen = {str(row["id"]) for row in records}
    while follow:
        time.sleep(_LOOK_EVERY)
        for one in listing.top(50).pages().__next__().items:
            row = _row(one.to_dict())
            if str(row["id"]) not in seen and (user is None or _is_about(row, one.to_dict(), user)):
                seen.add(str(row["id"]))
                write_object(row, Form.JSONL if run.form is Form.JSON else run.form, run.columns)


def _quoted(text: str) -> str:
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


def _row(document: Mapping[str, Json]) -> Row:
    info = as_object(document.get("provisioningStatusInfo")) or {}
    error = as_object(info.get("errorInformation")) or {}
    source = as_object(document.get("sourceIdentity")) or {}
    target = as_object(document.get("targetIdentity")) or {}
    return {
        "time": document.get("activityDateTime"),
        "action": document.get("provisioningAction"),
        "status": info.get("status"),
        "source": source.get("displayName") or source.get("id"),
        "target": target.get("displayName") or target.get("id"),
        "reason": error.get("reason"),
        "jobId": document.get("jobId"),
        "id": document.get("id"),
    }


def _is_about(row: Row, document: Mapping[str, Json], user: str) -> bool:
    wanted = user.casefold()
    source = as_object(document.get("sourceIdentity")) or {}
    target = as_object(document.get("targetIdentity")) or {}
    names = [row["source"], row["target"], source.get("id"), target.get("id")]
    details = as_object(source.get("details")) or {}
    return wanted in {str(one).casefold() for one in [*names, *details.values()]}
