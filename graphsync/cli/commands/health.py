"""`graphsync health`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphsync.cli.command import APPLICATIONS, LOGS, LOOK_UP, READS, command, single
from graphsync.cli.exits import ExitCode
from graphsync.cli.finding import find_application
from graphsync.cli.output import Form, Row
from graphsync.cli.progress import Bar
from graphsync.cli.session import Run
from graphsync.errors import Forbidden
from graphsync.fleet import Severity, activity_of, as_dict, to_html
from graphsync.fleet.adapters import COLUMNS

if TYPE_CHECKING:
    from graphsync import ServicePrincipal, models
    from graphsync.fleet import Activity, JobHealth

app = single()
# What fits on a terminal; the other forms have everything.
_SHORT = ("severity", "principalName", "jobId", "state", "rule", "advice")


class Limit(StrEnum):
    """From which severity on a job makes the exit code 2."""

    WARNING = "warning"
    UNKNOWN = "unknown"
    CRITICAL = "critical"
    NEVER = "never"


@command(
    app,
    "health",
    sends=(
        LOOK_UP,
        "GET /servicePrincipals/{id}/synchronization/jobs",
        "GET /servicePrincipals/{id}/synchronization/secrets",
        "POST /$batch",
        "GET /auditLogs/provisioning",
    ),
    needs=(APPLICATIONS, READS),
)
def health(
    run: Run,
    applications: Annotated[
        list[str] | None,
        typer.Argument(help="Applications: name, id, or part of the name; all unless given."),
    ] = None,
    fail_on: Annotated[
        Limit, typer.Option(help="Exit code 2 where a job is as bad as this, or worse.")
    ] = Limit.CRITICAL,
    html: Annotated[
        Path | None,
        typer.Option(help="Write a page as well, with what each job did in the last three weeks."),
    ] = None,
    charts: Annotated[
        bool, typer.Option(help="Read the provisioning logs for the charts of the page.")
    ] = True,
    credentials: Annotated[
        bool,
        typer.Option(help="Look for saved credentials, which needs Synchronization.ReadWrite.All."),
    ] = True,
) -> None:
    """Show the health of every job, the worst first, and what to do; nothing is written.

    Exit code 2 where a job is critical, or as bad as --fail-on says.
    """
    principals = [find_application(run.graph, name) for name in applications or ()]
    rows = _read(run, principals or None, credentials=credentials)
    rows.sort(key=lambda row: -row.severity.rank)
    if html is not None:
        now = datetime.now(UTC)
        activity = _activity(run, rows, now) if charts else None
        html.write_text(to_html(rows, activity, now=now), encoding="utf-8")
    short = _SHORT if run.form is Form.TABLE and run.columns is None else _KEYS
    run.rows([_row(row) for row in rows], *short)
    run.note(_summary(rows))
    if fail_on is not Limit.NEVER:
        limit = Severity(fail_on.value).rank
        if any(row.severity.rank >= limit for row in rows):
            raise typer.Exit(ExitCode.DIFFERENT)


def _read(
    run: Run, principals: Sequence[ServicePrincipal] | None, *, credentials: bool
) -> list[JobHealth]:
    with Bar("reading jobs", None if principals is None else len(principals)) as bar:
        fleet = run.graph.fleet(
            principals=principals,
            credentials=credentials,
            progress=lambda seen: bar.update(
                f"{seen.jobs} jobs of {seen.principals} applications", seen.principals
            ),
        )
        return fleet.list()


def _activity(run: Run, rows: Sequence[JobHealth], now: datetime) -> Mapping[str, Activity] | None:
    """Return what the jobs did in the last weeks; None where the logs may not be read."""
    since = f"activityDateTime ge {now - timedelta(days=21):%Y-%m-%dT00:00:00Z}"
    logs = run.graph.provisioning_logs.filter(since)
    ids = {row.job_id for row in rows}
    if len(ids) == 1:
        logs = logs.filter(f"jobId eq '{ids.pop()}'")
    with Bar("reading the provisioning logs") as bar:

        def counted() -> Iterator[models.ProvisioningObjectSummary]:
            for number, record in enumerate(logs, 1):
                bar.update(f"{number} records of the provisioning logs")
                yield record

        try:
            return activity_of(counted())
        except Forbidden as error:
            run.note(f"the page has no charts: {error.status} {error.code}; they need {LOGS}")
            return None


def _summary(rows: Sequence[JobHealth]) -> str:
    counts = Counter(row.severity for row in rows)
    worst_first = sorted(counts, key=lambda one: -one.rank)
    parts = ", ".join(f"{counts[one]} {one}" for one in worst_first)
    return f"{len(rows)} jobs" + (f": {parts}" if parts else "")


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


_KEYS = tuple(_camel(name) for name in COLUMNS)


def _row(health: JobHealth) -> Row:
    return {_camel(name): value for name, value in as_dict(health).items()}
