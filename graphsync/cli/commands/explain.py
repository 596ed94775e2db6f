"""`graphsync explain`."""

from __future__ import annotations

from typing import Annotated

import typer

from graphsync._core.tasks.explanation import Explanation, Verdict
from graphsync.cli.command import APPLICATIONS, LIST_JOBS, LOGS, LOOK_UP, READS, command, single
from graphsync.cli.exits import ExitCode
from graphsync.cli.finding import find_application, find_job
from graphsync.cli.output import Form
from graphsync.cli.printable import printable
from graphsync.cli.progress import Bar
from graphsync.cli.session import Run

app = single()
_JOB = "/servicePrincipals/{id}/synchronization/jobs/{id}"


@command(
    app,
    "explain",
    sends=(
        LOOK_UP,
        LIST_JOBS,
        "GET /servicePrincipals/{id}",
        f"GET {_JOB}",
        f"GET {_JOB}/schema",
        "GET /users/{id}",
        "GET /directory/deletedItems/{id}",
        "GET /users/{id}/appRoleAssignments",
        "GET /servicePrincipals/{id}/synchronization/secrets",
        "GET /servicePrincipals/{id}/appRoleAssignedTo",
        "GET /groups/{id}/members",
        "GET /users",
        "GET /organization",
        "GET /auditLogs/provisioning",
        f"GET {_JOB}/objectConnections/{{id}}",
    ),
    needs=(APPLICATIONS, READS, "User.Read.All", "GroupMember.Read.All", LOGS),
)
def explain(
    run: Run,
    user: Annotated[str, typer.Argument(help="User: principal name or object id.")],
    application: Annotated[
        str,
        typer.Option(
            "--app", envvar="GRAPHSYNC_APP", help="Application: name, id, or part of the name."
        ),
    ],
    job: Annotated[str | None, typer.Option(help="Job; not needed where there is one.")] = None,
) -> None:
    """Show why a user is, or is not, provisioned, check by check; nothing is written.

    Exit code 0 where the user is provisioned, 2 where not, or not yet, and 1 where that could not
    be read.
    """
    found = find_job(find_application(run.graph, application), job)
    with Bar("reading", None) as bar:
        explanation = found.explain(
            user, progress=lambda seen: bar.update(seen.read, seen.requests)
        )
    _write(run, explanation)
    if explanation.verdict is Verdict.UNKNOWN:
        raise typer.Exit(ExitCode.FAILED)
    if explanation.verdict is not Verdict.PROVISIONED:
        raise typer.Exit(ExitCode.DIFFERENT)


def _write(run: Run, explanation: Explanation) -> None:
    if run.form is not Form.TABLE:
        run.object(explanation.to_dict())
        return
    run.text(printable(explanation.answer))
    rows = [
        {"result": str(one.result), "check": one.name, "found": one.found}
        for one in explanation.checks
    ]
    run.rows(rows, "result", "check", "found")
