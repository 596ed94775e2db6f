"""`graphsync secrets`: a value is never an argument, which other users of the machine could
read.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graphsync.cli.command import APPLICATIONS, LIST_JOBS, LOOK_UP, WRITES, command, group
from graphsync.cli.exits import UsageMistake
from graphsync.cli.finding import find_application, find_job
from graphsync.cli.progress import Bar
from graphsync.cli.session import Run
from graphsync.cli.values import read_values as _values

app = group("List, set, rotate, clear and validate the credentials of a target.")
_PATH = "/servicePrincipals/{id}/synchronization/secrets"
_WRITING = (LOOK_UP, f"GET {_PATH}", f"PUT {_PATH}")
_VALIDATE = "POST /servicePrincipals/{id}/synchronization/jobs/validateCredentials"
_VALIDATE_JOB = "POST /servicePrincipals/{id}/synchronization/jobs/{id}/validateCredentials"
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


@command(
    app,
    "rotate",
    sends=(*_WRITING, LIST_JOBS, _VALIDATE_JOB),
    needs=(APPLICATIONS, WRITES),
    writes=True,
)
def rotate(
    run: Run,
    application: Application,
    keys: Keys,
    from_env: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Environment variable with the new value; for one key."),
    ] = None,
    from_file: Annotated[
        Path | None, typer.Option(help="File with the new value; for one key.")
    ] = None,
    from_stdin: Annotated[
        bool,
        typer.Option(
            "--stdin",
            help="Read the new values from standard input, a line for each key; with --old as many"
            " lines again for the present values.",
        ),
    ] = False,
    old: Annotated[
        bool, typer.Option("--old", help="Give the present values as well, for the way back.")
    ] = False,
    old_from_env: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Environment variable with the present value."),
    ] = None,
    old_from_file: Annotated[Path | None, typer.Option(help="File with the present value.")] = None,
    validate: Annotated[
        bool, typer.Option(help="Test the values against the target, before and after.")
    ] = True,
    unknown: Annotated[
        bool, typer.Option("--unknown", help="A key that this version does not know is meant.")
    ] = False,
) -> None:
    """Replace secrets by new ones that work, and keep the others.

    The new values are tested, written, and tested as they are saved. Where that last test fails,
    the old values are written back; the service does not show them, so give them with --old, or
    with --old-from-env or --old-from-file for one key.
    """
    principal = find_application(run.graph, application)
    words = f"rotate {', '.join(keys)} of {principal.display_name}"
    if run.dry_run:
        run.note(f"would do: {words}")
        return
    has_old = old or old_from_env is not None or old_from_file is not None
    if from_stdin and old:
        # Both sets come from one stream, which is read once.
        both = _values([*keys, *(f"old {key}" for key in keys)], None, None, from_stdin=True)
        values = {key: both[key] for key in keys}
        before = {key: both[f"old {key}"] for key in keys}
    else:
        values = _values(keys, from_env, from_file, from_stdin=from_stdin)
        before = (
            _values(keys, old_from_env, old_from_file, from_stdin=False, prompt="present {}")
            if has_old
            else {}
        )
    changes: dict[str, str] = {key: value.reveal() for key, value in values.items()}
    present: dict[str, str] = {key: value.reveal() for key, value in before.items()}
    with Bar(f"testing and writing the secrets of {principal.display_name}"):
        principal.synchronization.secrets.rotate(
            changes, validate=validate, old=present, unknown=unknown
        )
    del changes, present  # as above
    run.did(words)


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


@command(
    app,
    "validate",
    sends=(LOOK_UP, LIST_JOBS, _VALIDATE, _VALIDATE_JOB),
    needs=(APPLICATIONS, WRITES),
)
def validate(
    run: Run,
    application: Application,
    job: Annotated[
        str | None, typer.Argument(help="Job whose connector signs in; the first unless given.")
    ] = None,
    template: Annotated[
        str | None, typer.Option(help="Template whose connector signs in, where there is no job.")
    ] = None,
) -> None:
    """Test the stored credentials against the target."""
    principal = find_application(run.graph, application)
    jobs = principal.synchronization.jobs
    if template is not None:
        jobs.validate_credentials(template_id=template)
    else:
        found = jobs.first() if job is None else find_job(principal, job)
        if found is None:
            raise UsageMistake(
                f"{principal.display_name} has no job", "name the connector with --template"
            )
        found.validate_credentials()
    run.note(f"the credentials of {principal.display_name} work")
