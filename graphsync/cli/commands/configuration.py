"""`graphsync export`, `lint`, `plan`, `apply`, `drift` and `rollback`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graphsync._core.config.place import Place
from graphsync.cli.command import APPLICATIONS, LIST_JOBS, LOOK_UP, WRITES, command, single
from graphsync.cli.exits import ExitCode, UsageMistake
from graphsync.cli.finding import find_application, find_job
from graphsync.cli.output import Form
from graphsync.cli.session import Run
from graphsync.expressions.json_shapes import is_object

if TYPE_CHECKING:
    from graphsync.config import Configuration, Finding, Plan, Receipt, Step

export = single()
lint = single()
plan = single()
apply = single()
drift = single()
rollback = single()

_S = "/servicePrincipals/{id}/synchronization"
READING = (
    "GET /servicePrincipals/{id}",
    LOOK_UP,
    LIST_JOBS,
    f"GET {_S}/jobs/{{id}}/schema",
    f"GET {_S}/templates/{{id}}/schema",
    f"GET {_S}/secrets",
    "GET /applicationTemplates",
    "GET /servicePrincipals/{id}/appRoleAssignedTo",
    "GET /users",
    "GET /groups",
)
WRITING = (
    *READING,
    "POST /applicationTemplates/{id}/instantiate",
    f"PUT {_S}/secrets",
    f"POST {_S}/jobs",
    f"POST {_S}/jobs/validateCredentials",
    f"PUT {_S}/jobs/{{id}}/schema",
    "POST /servicePrincipals/{id}/appRoleAssignedTo",
    "DELETE /servicePrincipals/{id}/appRoleAssignedTo/{id}",
    f"POST {_S}/jobs/{{id}}/start",
    f"POST {_S}/jobs/{{id}}/pause",
)
NEEDS = (APPLICATIONS, WRITES)
File = Annotated[Path, typer.Argument(help="Configuration: YAML, JSON or TOML.")]


def load_configuration(path: Path) -> Configuration:
    """Read a configuration; raises `UsageMistake` where there is no such file."""
    from graphsync.config import Configuration

    if not path.exists():
        raise UsageMistake(f"there is no file {path}", "graphsync export writes one")
    return Configuration.load(path)


@command(export, "export", sends=READING, needs=NEEDS)
def export_(
    run: Run,
    application: Annotated[str, typer.Argument(help="Application: name, id, or part of the name.")],
    job: Annotated[str | None, typer.Argument(help="Job; not needed where there is one.")] = None,
    full: Annotated[
        bool, typer.Option("--full", help="Write out what is the template's as well.")
    ] = False,
) -> None:
    """Write the configuration of an application as it is, as YAML or JSON; secrets are left out."""
    from graphsync.config import ApplicationReference, JobReference
    from graphsync.config import export as exported

    principal = find_application(run.graph, application)
    found = find_job(principal, job)
    reference = JobReference(template=found.template_id or "")
    configuration = exported(
        run.graph, ApplicationReference(principal=principal.id), reference, full=full
    )
    run.text(configuration.dumps("json" if run.form in {Form.JSON, Form.JSONL} else "yaml"))


@command(lint, "lint")
def lint_(
    run: Run,
    files: Annotated[list[Path], typer.Argument(help="Configurations, or the JSON of schemas.")],
    default: Annotated[
        Path | None,
        typer.Option(help="JSON of the template's schema, to check the attributes of both sides."),
    ] = None,
    report: Annotated[
        str | None, typer.Option(help="Form for tools: sarif or annotations.")
    ] = None,
) -> None:
    """Look for mistakes, offline; exit code 2 where there are findings."""
    from graphsync import __version__
    from graphsync.config import to_annotations, to_sarif

    if report not in {None, "sarif", "annotations"}:
        raise UsageMistake(f"there is no report {report!r}", "there are sarif and annotations")
    schema = _schema(default) if default is not None else None
    found = [one for file in files for one in _findings(file, schema)]
    if report == "sarif":
        run.text(json.dumps(to_sarif(found, version=__version__), indent=2))
    elif report == "annotations":
        run.text(to_annotations(found))
    else:
        run.rows(
            [
                {
                    "file": one.file,
                    "severity": str(one.severity),
                    "line": one.line,
                    "place": str(one.place),
                    "message": one.message,
                    "remedy": one.remedy,
                    "rule": one.rule,
                }
                for one in found
            ],
            *("file", "severity", "line", "place", "message", "remedy", "rule"),
        )
    run.note(f"{len(found)} findings")
    if found:
        raise typer.Exit(ExitCode.DIFFERENT)


def _findings(file: Path, default: dict[str, Any] | None) -> list[Finding]:  # Any: JSON
    """Return what is wrong in a file; one that cannot be read is a finding like another."""
    from attrs import evolve

    from graphsync.config import Finding, Severity
    from graphsync.config import lint as linted
    from graphsync.errors import ConfigurationInvalid

    content = _schema(file) if file.suffix == ".json" and file.exists() else None
    if content is not None and "synchronizationRules" in content:
        return [evolve(one, file=str(file)) for one in linted(content)]
    try:
        return linted(load_configuration(file), default=default)
    except ConfigurationInvalid as error:
        _, _, line = error.place.rpartition(":")
        return [
            Finding(
                rule="unreadable",
                severity=Severity.ERROR,
                place=Place(error.path),
                message=str(error),
                remedy="correct the file",
                file=str(file),
                line=int(line) if line.isdigit() else None,
            )
        ]


def _schema(path: Path) -> dict[str, Any]:  # Any: JSON
    if not path.exists():
        raise UsageMistake(
            f"there is no file {path}", "graphsync schema show APP -o json writes one"
        )
    try:
        found: object = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise UsageMistake(f"{path} is not JSON: {error}", "correct the file") from None
    if not is_object(found):
        raise UsageMistake(f"{path} does not hold an object", "write the JSON of a schema")
    return found


def show_plan(run: Run, found: Plan) -> None:
    """Write a plan: for people as text, for programs as an object."""
    if run.form is Form.TABLE:
        run.text(found.to_text())
    else:
        run.object(found.to_dict())


def _planned(run: Run, file: Path, html: Path | None = None, markdown: Path | None = None) -> None:
    from graphsync.config import plan as planned

    found = planned(run.graph, load_configuration(file), folder=file.parent)
    if html is not None:
        html.write_text(found.to_html(file.name), encoding="utf-8")
    if markdown is not None:
        markdown.write_text(found.to_markdown(file.name), encoding="utf-8")
    show_plan(run, found)
    if not found.is_empty:
        raise typer.Exit(ExitCode.DIFFERENT)


@command(plan, "plan", sends=READING, needs=NEEDS)
def plan_(
    run: Run,
    file: File,
    html: Annotated[
        Path | None, typer.Option(help="Write the plan as a page, with a picture of the mappings.")
    ] = None,
    markdown: Annotated[
        Path | None, typer.Option(help="Write the plan as Markdown, for a pull request.")
    ] = None,
) -> None:
    """Show what a configuration would change, and change nothing.

    Exit code 2 where there is something to do.
    """
    _planned(run, file, html, markdown)


@command(drift, "drift", sends=READING, needs=NEEDS)
def drift_(run: Run, file: File) -> None:
    """Find what was changed since a configuration was applied; exit code 2 where something was."""
    _planned(run, file)


@command(apply, "apply", sends=WRITING, needs=NEEDS, writes=True)
def apply_(
    run: Run,
    file: File,
    backup: Annotated[
        Path | None, typer.Option(help="Where to write the configuration of before.")
    ] = None,
    journal: Annotated[
        Path | None, typer.Option(help="Where to note what is being created.")
    ] = None,
    validate: Annotated[bool, typer.Option(help="Test new credentials against the target.")] = True,
) -> None:
    """Show the plan, ask, and carry it out; exit code 0 also where there was nothing to do."""
    apply_configuration(
        run, load_configuration(file), file.parent, backup, journal, validate=validate
    )


def apply_configuration(
    run: Run,
    desired: Configuration,
    folder: Path,
    backup: Path | None = None,
    journal: Path | None = None,
    *,
    validate: bool = True,
) -> None:
    """Plan, ask and apply; the plan is what was agreed to, so that nothing else is done."""
    from graphsync.config import apply as applied
    from graphsync.config import plan as planned

    found = planned(run.graph, desired, folder=folder)
    if run.form is Form.TABLE:
        sys.stderr.write(found.to_text())
    if run.dry_run or found.is_empty:
        if run.form is not Form.TABLE:
            run.object(found.to_dict())
        return
    run.confirm("Carry this out?")
    receipt = applied(
        run.graph,
        desired,
        found,
        backup=backup,
        journal=journal,
        folder=folder,
        validate=validate,
        on_step=lambda step: run.did(str(step)),
    )
    _receipt(run, receipt)


@command(rollback, "rollback", sends=WRITING, needs=NEEDS, writes=True)
def rollback_(
    run: Run,
    backup: Annotated[Path, typer.Argument(help="Backup that apply --backup has written.")],
) -> None:
    """Bring back what a backup holds: schema, settings, assignments, state; not secrets."""
    from graphsync.config import before

    load_configuration(backup)
    apply_configuration(run, before(run.graph, backup), backup.parent)


def _receipt(run: Run, receipt: Receipt) -> None:
    steps: tuple[Step, ...] = receipt.done
    run.object(
        {
            "principalId": receipt.principal_id,
            "jobId": receipt.job_id,
            "done": [str(step) for step in steps],
            "leftOut": [*receipt.left_out],
            "backup": None if receipt.backup is None else str(receipt.backup),
        }
    )
