"""`graphsync provision`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from graphsync.cli.command import APPLICATIONS, LIST_JOBS, LOOK_UP, WRITES, command, single
from graphsync.cli.exits import ExitCode, UsageMistake
from graphsync.cli.finding import find_application, find_job, find_subject, find_user
from graphsync.cli.output import Form, Row
from graphsync.cli.session import Run

if TYPE_CHECKING:
    from graphsync.models import ProvisionOnDemandResult

app = single()
_JOB = "/servicePrincipals/{id}/synchronization/jobs/{id}"


@command(
    app,
    "provision",
    sends=(
        LOOK_UP,
        LIST_JOBS,
        "GET /users/{id}",
        "GET /groups/{id}",
        f"GET {_JOB}/schema",
        f"POST {_JOB}/provisionOnDemand",
    ),
    needs=(APPLICATIONS, WRITES, "User.Read.All", "GroupMember.Read.All"),
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
    kind: Annotated[
        str | None,
        typer.Option(
            "--type",
            help="Type of the object, such as Worker; not needed for users and groups.",
        ),
    ] = None,
) -> None:
    """Provision one user, or one group with some members, and show each step.

    A line for each person says what was written, or why nothing was. Exit code 0 where the target
    is up to date, 2 where somebody is out of scope, and 1 where it failed for somebody.
    """
    found = find_job(find_application(run.graph, application), job)
    subject, kind = find_subject(run.graph, user, kind or ("Group" if member else None))
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
    verb = found.provision_on_demand
    if run.dry_run:
        words = f"provision {user}"
        run.send(words, verb, rule_id, subject, members=members, check=False, object_type_name=kind)
        return
    result = verb(rule_id, subject, members=members, check=False, object_type_name=kind)
    given: dict[str, str] = {subject: user, **dict(zip(members, member or [], strict=True))}
    outcomes = [(given.get(one.source_id or "", user), one) for one in result.objects]
    for name, one in outcomes:
        _say(run, name, one)
    _write(run, result, outcomes)
    ends = [result, *result.objects]
    if any(one.failed or one.outcome is None for one in ends):
        raise typer.Exit(ExitCode.FAILED)
    if any(str(one.outcome) == "out of scope" for one in ends):
        raise typer.Exit(ExitCode.DIFFERENT)


def _say(run: Run, name: str, one: ProvisionOnDemandResult) -> None:
    """Say what was written for a person; or that nothing was, and why."""
    why = ": ".join(filter(None, (one.error_code, one.reason)))
    ended = str(one.outcome or "unknown")
    if ended in {"created", "updated", "disabled", "deleted"}:
        account = f" (account {one.target_id})" if one.target_id else ""
        run.did(f"{ended} {name}{account}")
    elif ended == "unchanged":
        run.note(f"nothing written: {name} is up to date" + (f" ({why})" if why else ""))
    elif ended == "out of scope":
        conditions = f"; not met: {', '.join(one.not_met)}" if one.not_met else ""
        run.note(f"nothing written: {name} is out of scope{why and f' ({why})'}{conditions}")
    elif ended == "failed":
        run.note(f"failed: {name}: {why or 'the service gives no reason'}")
        if one.recommended_action:
            run.note(f"  {one.recommended_action}")
    else:
        run.note(f"unknown: {name}: the answer does not say how it ended; -o json shows it")


def _write(
    run: Run, result: ProvisionOnDemandResult, outcomes: list[tuple[str, ProvisionOnDemandResult]]
) -> None:
    if run.form is not Form.TABLE or run.columns is not None:
        objects = [{"name": name, **_row(one)} for name, one in outcomes]
        run.object({**_row(result), "objects": objects})
        return
    steps = [
        {"object": name, "step": one["name"], "status": one["status"], "found": one["description"]}
        for name, whole in outcomes
        for one in _steps(whole)
    ]
    some = ("object",) if len(outcomes) > 1 else ()
    run.rows(steps, *some, "step", "status", "found")
    changes = [{"object": name, **one} for name, whole in outcomes for one in _changes(whole)]
    if changes:
        run.text("\n")
        run.rows(changes, *some, "attribute", "before", "after")


def _row(one: ProvisionOnDemandResult) -> Row:
    return {
        "outcome": None if one.outcome is None else str(one.outcome),
        "status": one.status,
        "action": one.action,
        "errorCode": one.error_code,
        "reason": one.reason,
        "notMet": [*one.not_met],
        "recommendedAction": one.recommended_action,
        "sourceId": one.source_id,
        "targetId": one.target_id,
        "steps": [*_steps(one)],
        "changes": [*_changes(one)],
    }


def _steps(one: ProvisionOnDemandResult) -> list[dict[str, str | None]]:
    return [
        {"name": step.name, "status": step.status, "description": step.description}
        for step in one.steps
    ]


def _changes(one: ProvisionOnDemandResult) -> list[dict[str, str | None]]:
    return [
        {"attribute": change.display_name, "before": change.old_value, "after": change.new_value}
        for change in one.modified_properties
    ]
