"""`graphsync schema`."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from graphsync._core.json_values import as_list, as_object
from graphsync.cli.command import APPLICATIONS, LIST_JOBS, LOOK_UP, READS, command, group
from graphsync.cli.commands.configuration import (
    NEEDS,
    WRITING,
    apply_configuration,
    load_configuration,
)
from graphsync.cli.exits import ExitCode, UsageMistake
from graphsync.cli.finding import find_application, find_job
from graphsync.cli.output import Form, Row
from graphsync.cli.session import Run
from graphsync.expressions.json_shapes import is_object
from graphsync_client.types import Json

app = group("Show, compare and edit schemas of jobs.")
_SCHEMA = "GET /servicePrincipals/{id}/synchronization/jobs/{id}/schema"
_SENDS = (LOOK_UP, LIST_JOBS, _SCHEMA)
Application = Annotated[str, typer.Argument(help="Application: name, id, or part of the name.")]
Job = Annotated[str | None, typer.Argument(help="Job; not needed where there is one.")]
Side = Annotated[str, typer.Argument(help="File with the JSON of a schema, APP, or APP:JOB.")]


@command(app, "show", sends=_SENDS, needs=(APPLICATIONS, READS))
def show(
    run: Run,
    application: Application,
    job: Job = None,
    mapping: Annotated[
        str | None, typer.Option(help="Only object mappings with this name.")
    ] = None,
) -> None:
    """Show the mappings of a job; with -o json or yaml the whole schema as the service sent it."""
    schema = _read_job(run, application, job)
    if run.form in {Form.JSON, Form.YAML} and mapping is None:
        run.object(schema)
        return
    rows: list[Row] = [
        {
            "mapping": one.get("name"),
            "target": flow.get("targetAttributeName"),
            "source": (as_object(flow.get("source")) or {}).get("expression"),
            "flow": flow.get("flowType"),
            "matching": flow.get("matchingPriority") or None,
        }
        for rule in _objects(schema, "synchronizationRules")
        for one in _objects(rule, "objectMappings")
        for flow in _objects(one, "attributeMappings")
        if mapping is None or one.get("name") == mapping
    ]
    run.rows(rows, "mapping", "target", "source", "flow", "matching")


@command(app, "diff", sends=_SENDS, needs=(APPLICATIONS, READS))
def diff(
    run: Run,
    before: Side,
    after: Side,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Write a table for a pull request.")
    ] = False,
) -> None:
    """Compare two schemas by meaning; exit code 2 where they differ.

    Ids, versions, the order of attribute mappings and the spacing of expressions are not
    differences.
    """
    from graphsync.config import markdown as drawn
    from graphsync.config import same, shorten

    old, new = _read_side(run, before), _read_side(run, after)
    if same(old, new):
        run.note("the schemas mean the same")
        return
    if markdown:
        run.text(drawn(new, old, title=f"{before} and {after}"))
    else:
        found = shorten(new, old)
        if run.form is Form.TABLE:
            import yaml

            run.text(yaml.safe_dump(found, sort_keys=False, allow_unicode=True, width=100))
        else:
            run.object(found)
    raise typer.Exit(ExitCode.DIFFERENT)


@command(app, "edit", sends=WRITING, needs=NEEDS, writes=True)
def edit(run: Run, application: Application, job: Job = None) -> None:
    """Open the short form in $VISUAL or $EDITOR, check it, show the plan, ask, and write it."""
    from graphsync.config import ApplicationReference, JobReference, export, lint

    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        raise UsageMistake("there is no editor", "set EDITOR, such as EDITOR=nano")
    principal = find_application(run.graph, application)
    found = find_job(principal, job)
    template = found.template_id or ""
    before = export(
        run.graph, ApplicationReference(principal=principal.id), JobReference(template=template)
    )
    default = principal.synchronization.templates[template].schema.get().data.to_dict()
    text = before.dumps("yaml")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "schema.yaml"
        path.write_text(text, encoding="utf-8")
        subprocess.run([*shlex.split(editor), str(path)], check=True)  # noqa: S603  # the user's own
        if path.read_text(encoding="utf-8") == text:
            run.note("nothing was edited")
            return
        desired = load_configuration(path)
        findings = lint(desired, default=default)
        errors = [one for one in findings if one.severity == "error"]
        for one in findings:
            run.note(str(one))
        if errors:
            kept = Path.cwd() / f"{found.id}.edited.yaml"
            kept.write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
            run.note(
                f"nothing was written; the edited file is {kept}, and graphsync apply takes it"
            )
            raise typer.Exit(ExitCode.DIFFERENT)
        apply_configuration(run, desired, Path(folder))


def _objects(parent: Mapping[str, Json], name: str) -> list[dict[str, Json]]:
    return [found for one in as_list(parent.get(name)) if (found := as_object(one))]


def _read_side(run: Run, side: str) -> dict[str, Any]:  # Any: JSON
    path = Path(side)
    if path.suffix == ".json" or side == "-":
        text = sys.stdin.read() if side == "-" else path.read_text(encoding="utf-8")
        try:
            found: object = json.loads(text)
        except ValueError as error:
            raise UsageMistake(f"{side} is not JSON: {error}", "correct the file") from None
        if not is_object(found):
            raise UsageMistake(f"{side} does not hold an object", "write the JSON of a schema")
        return found
    application, _, job = side.partition(":")
    return _read_job(run, application, job or None)


def _read_job(run: Run, application: str, job: str | None) -> dict[str, Any]:  # Any: JSON
    found = find_job(find_application(run.graph, application), job)
    return found.schema.get().data.to_dict()
