"""`graphsync secrets`: a value is never an argument, which other users of the machine could
read.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from graphsync._core.secrecy.hidden import Hidden
from graphsync.cli.command import APPLICATIONS, LOOK_UP, WRITES, command, group
from graphsync.cli.exits import UsageMistake
from graphsync.cli.finding import find_application
from graphsync.cli.session import Run

app = group("List, set and clear the credentials of a target.")
_PATH = "/servicePrincipals/{id}/synchronization/secrets"
_WRITING = (LOOK_UP, f"GET {_PATH}", f"PUT {_PATH}")
_VALIDATE = "POST /servicePrincipals/{id}/synchronization/jobs/validateCredentials"
Application = Annotated[str, typer.Argument(help="Application: name, id, or part of the name.")]
Keys = Annotated[list[str], typer.Argument(help="Keys, such as SecretToken.")]
LeaveOut = Annotated[
    list[str] | None,
    typer.Option(
        help="Masked key that is not written; the service decides if it keeps it. Repeatable."
    ),
]


@command(app, "list", sends=(LOOK_UP, f"GET {_PATH}"), needs=(APPLICATIONS, WRITES))
def list_secrets(run: Run, application: Application) -> None:
    """List what is stored, as far as the service shows it: a sensitive value is *."""
    found = find_application(run.graph, application).synchronization.secrets.list()
    run.rows([{"key": str(key), "value": value} for key, value in found.items()], "key", "value")


@command(app, "set", sends=_WRITING, needs=(APPLICATIONS, WRITES), writes=True)
def set_(
    run: Run,
    application: Application,
    keys: Keys,
    from_env: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Environment variable with the value; for one key."),
    ] = None,
    from_file: Annotated[
        Path | None, typer.Option(help="File with the value; for one key.")
    ] = None,
    from_stdin: Annotated[
        bool,
        typer.Option("--stdin", help="Read the values from standard input, a line for each key."),
    ] = False,
    leave_out: LeaveOut = None,
    unknown: Annotated[
        bool, typer.Option("--unknown", help="A key that this version does not know is meant.")
    ] = False,
) -> None:
    """Set secrets and keep the others.

    Without an option it asks for each value, and shows nothing.
    """
    principal = find_application(run.graph, application)
    if run.dry_run:
        run.note(f"would do: set {', '.join(keys)} of {principal.display_name}")
        return
    values = _values(keys, from_env, from_file, from_stdin=from_stdin)
    changes: dict[str, str] = {key: value.reveal() for key, value in values.items()}
    principal.synchronization.secrets.update(
        changes, leave_out=tuple(leave_out or ()), unknown=unknown
    )
    del changes  # a traceback that shows local variables must not have them
    run.did(f"set {', '.join(keys)} of {principal.display_name}")


@command(app, "clear", sends=_WRITING, needs=(APPLICATIONS, WRITES), writes=True)
def clear(run: Run, application: Application, keys: Keys, leave_out: LeaveOut = None) -> None:
    """Delete secrets by writing them empty, and keep the others."""
    principal = find_application(run.graph, application)
    run.confirm(f"Delete {', '.join(keys)} of {principal.display_name}?")
    if run.dry_run:
        run.note(f"would do: delete {', '.join(keys)} of {principal.display_name}")
        return
    principal.synchronization.secrets.clear(*keys, leave_out=tuple(leave_out or ()))
    run.did(f"delete {', '.join(keys)} of {principal.display_name}")


@command(app, "validate", sends=(LOOK_UP, _VALIDATE), needs=(APPLICATIONS, WRITES))
def validate(
    run: Run,
    application: Application,
    template: Annotated[str | None, typer.Option(help="Template whose connector signs in.")] = None,
) -> None:
    """Test the stored credentials against the target."""
    principal = find_application(run.graph, application)
    principal.synchronization.jobs.validate_credentials(template_id=template)
    run.note(f"the credentials of {principal.display_name} work")


def _values(
    keys: list[str], variable: str | None, file: Path | None, *, from_stdin: bool
) -> dict[str, Hidden[str]]:
    if sum((variable is not None, file is not None, from_stdin)) > 1:
        raise UsageMistake(
            "there are several sources of the value", "use one of --from-env, --from-file, --stdin"
        )
    if (variable is not None or file is not None) and len(keys) > 1:
        raise UsageMistake(
            "one source cannot give several values", "use --stdin, with a line for each key"
        )
    if variable is not None:
        value = os.environ.get(variable)
        if not value:
            raise UsageMistake(
                f"the environment variable {variable} is not set", "set it, or use --stdin"
            )
        return {keys[0]: Hidden(value)}
    if file is not None:
        return {keys[0]: Hidden(file.read_text(encoding="utf-8").rstrip("\r\n"))}
    if from_stdin:
        lines = Hidden(sys.stdin.read().splitlines())
        if len(lines.reveal()) != len(keys):
            raise UsageMistake(
                f"standard input has {len(lines.reveal())} lines for {len(keys)} keys",
                "write a line for each key",
            )
        return {key: Hidden(line) for key, line in zip(keys, lines.reveal(), strict=True)}
    if not sys.stdin.isatty():
        raise UsageMistake(
            "there is no terminal to type the values on", "use --from-env, --from-file or --stdin"
        )
    return {key: Hidden(str(typer.prompt(key, hide_input=True, err=True))) for key in keys}
