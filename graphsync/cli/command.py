"""What all commands have in common: options, output, and what the reference says of them."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Concatenate, ParamSpec

import typer
from attrs import frozen

from graphsync.cli.exits import ExitCode
from graphsync.cli.output import Form
from graphsync.cli.session import Run

P = ParamSpec("P")

READS = "Synchronization.Read.All"
WRITES = "Synchronization.ReadWrite.All"
APPLICATIONS = "Application.Read.All"
LOGS = "ProvisioningLog.Read.All"
LOOK_UP = "GET /servicePrincipals"
LIST_JOBS = "GET /servicePrincipals/{id}/synchronization/jobs"


@frozen
class Described:
    """What the reference says of a command: the requests that it sends, and the permissions."""

    sends: tuple[str, ...]
    needs: tuple[str, ...]
    writes: bool


Option = inspect.Parameter
_Callback = Callable[..., None]
_CONNECTION = {
    "profile": "Profile of the configuration file.",
    "cloud": "Cloud: global, us-gov, us-gov-dod or china.",
    "endpoint": "Another base address, version included, such as that of a local Graph.",
    "allow_plain_http": "Hosts, with commas, that may be addressed by http, such as a test server.",
    "authority": "Another place to sign in at.",
    "ca_file": "File of certificate authorities to trust.",
    "sign_in": "Way to sign in, such as azure-cli, device-code or managed-identity.",
    "tenant_id": "Tenant to sign in to.",
    "client_id": "Application to sign in as, or with.",
    "certificate": "File with the certificate and private key to sign in with.",
}


def _option(
    name: str, kind: type, default: object, *words: str, help: str, envvar: str | None = None
) -> Option:
    declared = typer.Option(*words, help=help, envvar=envvar, show_default=False)
    return Option(name, Option.KEYWORD_ONLY, default=default, annotation=Annotated[kind, declared])


def _common(*, online: bool, writes: bool) -> list[Option]:
    text: type = str
    options = [
        _option(
            "output",
            Form,
            Form.TABLE,
            "--output",
            "-o",
            help="Form of the output.",
            envvar="GRAPHSYNC_OUTPUT",
        ),
        _option("columns", text, None, "--columns", help="Columns to show, with commas."),
    ]
    if writes:
        options += [
            _option("yes", bool, False, "--yes", "-y", help="Do not ask."),
            _option(
                "dry_run", bool, False, "--dry-run", help="Show the request and change nothing."
            ),
        ]
    if online:
        options += [
            _option(
                name,
                text,
                None,
                f"--{name.replace('_', '-')}",
                help=words,
                envvar=f"GRAPHSYNC_{name.upper()}",
            )
            for name, words in _CONNECTION.items()
        ]
        options.append(
            _option("verbose", bool, False, "--verbose", "-v", help="Show each request.")
        )
    options.append(
        _option("debug", bool, False, "--debug", help="Show where in the code an error was raised.")
    )
    return options


def command(
    app: typer.Typer,
    name: str,
    *,
    sends: tuple[str, ...] = (),
    needs: tuple[str, ...] = (),
    writes: bool = False,
) -> Callable[[Callable[Concatenate[Run, P], None]], Callable[Concatenate[Run, P], None]]:
    """Add a function as a command, with the options that all commands have.

    Args:
        app: Where it is added.
        name: Its word.
        sends: The requests that it may send, as method and path; none for a command that works
            offline.
        needs: The permissions that they need.
        writes: Whether it changes something, and so has `--yes` and `--dry-run`.

    """

    def add(function: Callable[Concatenate[Run, P], None]) -> Callable[Concatenate[Run, P], None]:
        own = [*inspect.signature(function, eval_str=True).parameters.values()][1:]
        # A command may have an option of its own in the place of a common one.
        names = {one.name for one in own}
        common = _common(online=bool(sends), writes=writes)
        options = [one for one in common if one.name not in names]
        keywords = [one.replace(kind=Option.KEYWORD_ONLY) for one in own] + options
        shared = {one.name for one in options}
        callback = _callback(function, shared)
        signature = inspect.Signature(keywords, return_annotation=None)
        # what typer reads
        callback.__signature__ = signature  # type: ignore[attr-defined]  # pyright: ignore[reportFunctionMemberAccess]
        callback.__annotations__ = {one.name: one.annotation for one in keywords}
        callback.__doc__ = function.__doc__
        callback.__dict__["described"] = Described(sends, needs, writes)
        app.command(name)(callback)
        return function

    return add


def _callback(function: Callable[..., None], shared: set[str]) -> _Callback:
    def call(**given: object) -> None:
        run = _run({name: given.pop(name) for name in shared})
        with run:
            try:
                function(run, **given)
            except KeyboardInterrupt:
                run.note(f"graphsync: interrupted; done before: {', '.join(run.done) or 'nothing'}")
                raise typer.Exit(ExitCode.INTERRUPTED) from None

    return call


def _run(options: dict[str, object]) -> Run:
    def text(name: str) -> str | None:
        value = options.get(name)
        return value if isinstance(value, str) else None

    form = options["output"]
    return Run(
        form=form if isinstance(form, Form) else Form.TABLE,
        columns=text("columns"),
        profile=text("profile"),
        options={name: text(name) for name in _CONNECTION if name != "profile"},
        verbose=bool(options.get("verbose")),
        debug=bool(options.get("debug")),
        yes=bool(options.get("yes")),
        dry_run=bool(options.get("dry_run")),
    )


def group(help: str) -> typer.Typer:
    """Return an empty set of commands."""
    return typer.Typer(help=help, no_args_is_help=True, rich_markup_mode=None, add_completion=False)


def single() -> typer.Typer:
    """Return the place for a command that is a word of its own."""
    return typer.Typer(rich_markup_mode=None, add_completion=False)
