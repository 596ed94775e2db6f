"""`graphsync templates`."""

from __future__ import annotations

from typing import Annotated

import typer

from graphsync.cli.command import APPLICATIONS, LOOK_UP, READS, command, group
from graphsync.cli.finding import NothingFound, find_application
from graphsync.cli.session import Run
from graphsync.errors import NotFound

app = group("List the templates that jobs of an application are made from.")
_TEMPLATES = "GET /servicePrincipals/{id}/synchronization/templates"
Application = Annotated[str, typer.Argument(help="Application: name, id, or part of the name.")]


@command(app, "list", sends=(LOOK_UP, _TEMPLATES), needs=(APPLICATIONS, READS))
def list_templates(run: Run, application: Application) -> None:
    """List the templates."""
    found = find_application(run.graph, application)
    rows = [
        {
            "id": one.id,
            "factoryTag": one.factory_tag,
            "default": one.default,
            "description": one.description,
        }
        for one in found.synchronization.templates
    ]
    run.rows(rows, "id", "factoryTag", "default", "description")


@command(app, "show", sends=(LOOK_UP, f"{_TEMPLATES}/{{id}}"), needs=(APPLICATIONS, READS))
def show(
    run: Run,
    application: Application,
    template: Annotated[str, typer.Argument(help="Template's id.")],
) -> None:
    """Show a template with its schema."""
    principal = find_application(run.graph, application)
    try:
        found = principal.synchronization.templates[template].get()
    except NotFound as error:
        raise NothingFound(
            f"{principal.display_name} has no template {template!r}",
            "graphsync templates list shows which there are",
        ) from error
    run.object(found.data.to_dict())
