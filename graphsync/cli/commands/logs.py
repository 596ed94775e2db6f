"""`graphsync logs`."""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from typing import Annotated

import typer

from graphsync._core.json_values import as_object
from graphsync.cli.command import APPLICATIONS, LIST_JOBS, LOGS, LOOK_UP, command, single
from graphsync.cli.exits import UsageMistake, nearest
from graphsync.cli.finding import find_application, find_job, find_user
from graphsync.cli.output import Form, Row, write_object, write_rows
from graphsync.cli.session import Run
from graphsync.errors import NoMatch
from graphsync_client.types import Json

app = single()
_COLUMNS = ("time", "action", "status", "source", "target", "reason", "jobId", "id")
_LOOK_EVERY = 10.0
_STATUSES = ("success", "failure", "skipped", "warning")


@command(
    app,
    "logs",
    sends=("GET /auditLogs/provisioning", LOOK_UP, LIST_JOBS, "GET /users/{id}"),
    needs=(LOGS, APPLICATIONS, "User.Read.All"),
)
def logs(
    run: Run,
    application: Annotated[
        str | None, typer.Option("--app", help="Only records of this application.")
    ] = None,
    job: Annotated[
        str | None, typer.Option(help="Only records of this job of the application.")
    ] = None,
    user: Annotated[
        str | None,
        typer.Option(
            help="Only records of this object: display name, principal name, or id of either side."
        ),
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
    if job is not None and application is None:
        raise UsageMistake(
            "a job is looked for in an application", "name the application with --app"
        )
    if status is not None and status.lower() not in _STATUSES:
        raise UsageMistake(f"there is no outcome {status!r}", nearest(status.lower(), _STATUSES))
    listing = run.graph.provisioning_logs
    if application is not None:
        found = find_job(find_application(run.graph, application), job)
        listing = listing.filter(f"jobId eq '{found.id}'")
    if status is not None:
        listing = listing.filter(f"provisioningStatusInfo/status eq {_quoted(status.lower())}")
    if since is not None:
        listing = listing.filter(f"activityDateTime ge {_moment(since)}")
    wanted = _names(run, user)
    records: list[Row] = []
    for one in listing:
        row = _row(one.to_dict())
        if not wanted or _is_about(row, one.to_dict(), wanted):
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
            if str(row["id"]) not in seen and (not wanted or _is_about(row, one.to_dict(), wanted)):
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


def _moment(text: str) -> str:
    """Return a moment as a filter has it, UTC; a day begins at midnight."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise UsageMistake(
            f"--since {text!r} is not a moment", "write it as 2026-01-31T00:00:00Z"
        ) from None
    at = found if found.tzinfo else found.replace(tzinfo=UTC)
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _names(run: Run, user: str | None) -> set[str]:
    """Return what an object may be called in a record; a record has no principal names."""
    if user is None:
        return set()
    names = {user.casefold()}
    if "@" in user:
        # A user that was deleted is in the log, but is not found.
        with suppress(NoMatch):
            names.add(find_user(run.graph, user).casefold())
    return names


def _is_about(row: Row, document: Mapping[str, Json], names: set[str]) -> bool:
    source = as_object(document.get("sourceIdentity")) or {}
    target = as_object(document.get("targetIdentity")) or {}
    details = as_object(source.get("details")) or {}
    found = [row["source"], row["target"], source.get("id"), target.get("id"), *details.values()]
    return not names.isdisjoint(str(one).casefold() for one in found)
