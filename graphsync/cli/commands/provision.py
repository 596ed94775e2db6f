"""`graphsync provision`."""

from __future__ import annotations

from typing import Annotated

import typer

from graphsync.cli.command import APPLICATIONS, LIST_JOBS, LOOK_UP, WRITES, command, single
from graphsync.cli.exits import ExitCode, UsageMistake
from graphsync.cli.finding import find_application, find_job, find_user
from graphsync.cli.session import Run

app = single()
_JOB = "/servicePrincipals/{id}/synchronization/jobs/{id}"


@command(
    app,
    "provision",
    sends=(
        LOOK_UP,
        LIST_JOBS,
        "GET /users/{id}",
        f"GET {_JOB}/schema",
        f"POST {_JOB}/provisionOnDemand",
    ),
    needs=(APPLICATIONS, WRITES, "User.Read.All"),
    writes=True,
)
def provision(
    run: Run,
    user: Annotated[
        str, typer.Argument(help="User: principal name or object id; or a group's object id.")
    ],
    application: Annotated[
        str,
        typer.Option(
            "--app", envvar="GRAPHSYNC_APP", help="Application: name, id, or part of the name."
        ),
    ],
    job: Annotated[str | None, typer.Option(help="Job; not needed where there is one.")] = None,
    rule: Annotated[
        str | None, typer.Option(help="Rule: name or id; not needed where there is one.")
    ] = None,
    member: Annotated[
        list[str] | None, typer.Option(help="Member of the group, up to 5. Repeatable.")
    ] = None,
) -> None:
    """Provision one user, or one group with some members, and show each step.

    Exit code 1 where it failed.
    """
    found = find_job(find_application(run.graph, application), job)
    subject = find_user(run.graph, user)
    members = [find_user(run.graph, one) for one in member or []]
    rules = found.schema.get().rules
    names = {str(one.name): str(one.id) for one in rules}
    if rule is None and len(names) != 1:
        raise UsageMistake(
            f"the job has {len(names)} rules", f"choose one with --rule: {', '.join(names)}"
        )
    if rule is not None and rule not in names and rule not in names.values():
        raise UsageMistake(f"the job has no rule {rule!r}", f"there are {', '.join(names)}")
    rule_id = next(iter(names.values())) if rule is None else names.get(rule, rule)
    result = run.send(
        f"provision {user}",
        found.provision_on_demand,
        rule_id,
        subject,
        members=members,
        check=False,
    )
    if result is None:
        return
    run.object(
        {
            "outcome": None if result.outcome is None else str(result.outcome),
            "status": result.status,
            "action": result.action,
            "errorCode": result.error_code,
            "reason": result.reason,
            "recommendedAction": result.recommended_action,
            "sourceId": result.source_id,
            "targetId": result.target_id,
            "steps": [
                {"name": one.name, "status": one.status, "description": one.description}
                for one in result.steps
            ],
            "changes": [
                {"attribute": one.display_name, "before": one.old_value, "after": one.new_value}
                for one in result.modified_properties
            ],
        }
    )
    if result.failed or result.status is None:
        raise typer.Exit(ExitCode.FAILED)
