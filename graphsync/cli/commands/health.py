"""`graphsync health`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graphsync import fleet_of
from graphsync.cli.command import APPLICATIONS, LOGS, LOOK_UP, READS, command, single
from graphsync.cli.exits import ExitCode, UsageMistake
from graphsync.cli.finding import find_application
from graphsync.cli.output import Form, Row
from graphsync.cli.profile import profile_names
from graphsync.cli.progress import Bar
from graphsync.cli.session import Run
from graphsync.errors import Forbidden, GraphError
from graphsync.fleet import RULES, Rule, Severity, activity_of, adjusted, as_dict, to_html
from graphsync.fleet.adapters import COLUMNS

if TYPE_CHECKING:
    from graphsync import GraphClient, ServicePrincipal, models
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
    profile: Annotated[
        list[str] | None,
        typer.Option(
            help="Profile of the configuration file; several are several tenants.",
            envvar="GRAPHSYNC_PROFILE",
            show_default=False,
        ),
    ] = None,
    all_profiles: Annotated[
        bool, typer.Option("--all-profiles", help="Read the tenants of all profiles.")
    ] = False,
    rules: Annotated[
        Path | None,
        typer.Option(
            help="JSON file of rules that replace those of the same name, or are added.",
            show_default=False,
        ),
    ] = None,
    timeout: Annotated[
        float | None,
        typer.Option(help="Seconds for each tenant; no limit unless given.", show_default=False),
    ] = None,
) -> None:
    """Show the health of every job, the worst first, and what to do; nothing is written.

    Exit code 2 where a job is critical, or as bad as --fail-on says. With several profiles each row
    names its tenant, and the exit code is 1 where a tenant could not be read.
    """
    names = profile_names(run.profiles_file) if all_profiles else [*dict.fromkeys(profile or ())]
    now = datetime.now(UTC)
    judges = RULES if rules is None else _rules(rules)
    with ExitStack() as stack:
        if len(names) > 1 or all_profiles:
            if applications:
                raise UsageMistake(
                    "applications can be named for one tenant only",
                    "name one profile, or no application",
                )
            tenants = {name: stack.enter_context(one) for name, one in _clients(run, names)}
            rows = _read_tenants(tenants, judges, credentials=credentials, timeout=timeout)
        else:
            run.profile = names[0] if names else None
            tenants = {}
            principals = [find_application(run.graph, name) for name in applications or ()]
            rows = _read(run, principals or None, judges, credentials=credentials, timeout=timeout)
        rows.sort(key=lambda row: -row.severity.rank)
        # A row that names no application is a tenant that could not be read to its end.
        unread = [row for row in rows if row.tenant and row.principal_id is None]
        lost = {row.tenant for row in unread}
        read = [graph for name, graph in tenants.items() if name not in lost]
        if html is not None:
            graphs = read if tenants else [run.graph]
            activity = _activity(run, graphs, rows, now) if charts else None
            html.write_text(to_html(rows, activity, now=now), encoding="utf-8")
    short = _SHORT if run.form is Form.TABLE and run.columns is None else _KEYS
    run.rows(
        [_row(row) for row in rows], *(("tenant",) if tenants and short is _SHORT else ()), *short
    )
    for row in unread:
        run.note(f"graphsync: {row.tenant} could not be read: {row.error}")
    run.note(_summary(rows))
    if fail_on is not Limit.NEVER:
        limit = Severity(fail_on.value).rank
        if any(row.severity.rank >= limit for row in rows):
            raise typer.Exit(ExitCode.DIFFERENT)
    if unread:
        raise typer.Exit(ExitCode.FAILED)


def _rules(path: Path) -> list[Rule]:
    try:
        found: list[Any] = json.loads(
            path.read_text(encoding="utf-8")
        )  # what is not is found below
        return adjusted(RULES, [Rule.from_dict(one) for one in found])
    except FileNotFoundError:
        raise UsageMistake(f"there is no file {path}", "correct --rules") from None
    except (ValueError, TypeError, AttributeError) as error:
        raise UsageMistake(f"{path} has no rules: {error}", "correct the file") from None


def _clients(run: Run, names: Sequence[str]) -> Iterator[tuple[str, GraphClient]]:
    """Give a client for each profile.

    Raises `UsageMistake` where an option would make all of them clients of one tenant.
    """
    if run.options.get("tenant_id"):
        raise UsageMistake(
            "--tenant-id or GRAPHSYNC_TENANT_ID makes every profile the same tenant",
            "leave it out, and write tenant_id into each profile",
        )
    for name in names:
        connection = run.connection_of(name)
        if connection.sign_in == "token" and len(names) > 1:
            raise UsageMistake(
                f"profile {name!r} signs in with GRAPHSYNC_TOKEN, which is a token for one tenant",
                "unset it, or write another sign_in into the profile",
            )
        yield name, run.client_of(connection)


def _read_tenants(
    tenants: Mapping[str, GraphClient],
    rules: Sequence[Rule],
    *,
    credentials: bool,
    timeout: float | None,
) -> list[JobHealth]:
    rows: list[JobHealth] = []
    begun: set[str | None] = set()
    with (
        Bar("reading jobs") as bar,
        fleet_of(tenants, rules=rules, credentials=credentials, timeout=timeout) as found,
    ):
        for row in found:
            rows.append(row)
            begun.add(row.tenant)
            bar.update(f"{len(rows)} jobs of {len(begun)} of {len(tenants)} tenants")
    return rows


def _read(
    run: Run,
    principals: Sequence[ServicePrincipal] | None,
    rules: Sequence[Rule],
    *,
    credentials: bool,
    timeout: float | None,
) -> list[JobHealth]:
    with Bar("reading jobs", None if principals is None else len(principals)) as bar:
        fleet = run.graph.fleet(
            principals=principals,
            rules=rules,
            credentials=credentials,
            timeout=timeout,
            progress=lambda seen: bar.update(
                f"{seen.jobs} jobs of {seen.principals} applications", seen.principals
            ),
        )
        return fleet.list()


def _activity(
    run: Run, graphs: Sequence[GraphClient], rows: Sequence[JobHealth], now: datetime
) -> Mapping[str, Activity] | None:
    """Return what the jobs did in the last weeks; None where no logs may be read."""
    found: dict[str, Activity] = {}
    refused = 0
    with Bar("reading the provisioning logs") as bar:
        for graph in graphs:
            try:
                found |= activity_of(_records(graph, rows, now, bar))
            except GraphError as error:
                if len(graphs) == 1 and not isinstance(error, Forbidden):
                    raise
                refused += 1
                what = "no charts" if len(graphs) == 1 else "no charts of one tenant"
                why = str(error).partition("\n")[0]
                run.note(f"the page has {what}: {why}; they need {LOGS}")
    return None if refused == len(graphs) else found


def _records(
    graph: GraphClient, rows: Sequence[JobHealth], now: datetime, bar: Bar
) -> Iterator[models.ProvisioningObjectSummary]:
    since = f"activityDateTime ge {now - timedelta(days=21):%Y-%m-%dT00:00:00Z}"
    logs = graph.provisioning_logs.filter(since)
    ids = {row.job_id for row in rows}
    if len(ids) == 1:
        logs = logs.filter(f"jobId eq '{ids.pop()}'")
    for number, record in enumerate(logs, 1):
        bar.update(f"{number} records of the provisioning logs")
        yield record


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
