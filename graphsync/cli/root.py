"""The root of the command: words, lazily imported commands, exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from graphsync.cli.exits import ExitCode, UsageMistake

# Each word with its line in the help, so that the help imports no command.
WORDS = {
    "login": "Sign in, and keep the sign-in for later commands.",
    "whoami": "Show who is signed in, where, and with which permissions.",
    "apps": "List and show applications.",
    "health": "Show which jobs need attention, and why.",
    "jobs": "List, show, create, run, start, pause, restart and delete jobs.",
    "templates": "List the templates that jobs are made from.",
    "schema": "Show, compare and edit schemas of jobs.",
    "expr": "Parse, evaluate, check and test expressions, offline.",
    "secrets": "List, set, rotate, clear and validate the credentials of a target.",
    "provision": "Provision one user or group at once.",
    "explain": "Show why a user is, or is not, provisioned.",
    "preview": "Show the account that the mappings would make of a user.",
    "connection": "Show, delete or repair the link between a user and an account.",
    "upload": "Upload the people of a CSV file to an API-driven job.",
    "maintenance": "Pause running jobs for a while, and start them again.",
    "logs": "Show what became of each object.",
    "export": "Write the configuration of an application.",
    "lint": "Check a configuration or a schema, offline.",
    "plan": "Show what a configuration would change.",
    "apply": "Make an application what a configuration says.",
    "drift": "Find what differs from a configuration.",
    "rollback": "Bring back what a backup of apply holds.",
    "api": "Send any other request to Graph.",
    "emulator": "Run a local Graph.",
    "scim": "Check a SCIM endpoint, as the gallery does.",
}
_MODULES = {
    "login": "sign_in",
    "whoami": "sign_in",
    "export": "configuration",
    "lint": "configuration",
    "plan": "configuration",
    "apply": "configuration",
    "drift": "configuration",
    "rollback": "configuration",
}


def load(word: str) -> typer.Typer:
    """Import the commands of a word."""
    module = import_module(f"graphsync.cli.commands.{_MODULES.get(word, word)}")
    found: typer.Typer = getattr(module, word if word in _MODULES else "app")
    return found


class _Words(TyperGroup):
    """The words after `graphsync`; what stands behind one is imported when it is used."""

    def __init__(self, **attributes: Any) -> None:  # Any: passed on as it is
        super().__init__(**attributes)
        self.commands = {name: TyperCommand(name, help=line) for name, line in WORDS.items()}

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # the types are private in typer
        name, command, rest = super().resolve_command(ctx, args)
        return name, command and typer.main.get_command(load(str(name))), rest


def _version(wanted: bool) -> None:
    if wanted:
        from graphsync.cli.about import about

        sys.stdout.write(about())
        raise typer.Exit


app = typer.Typer(
    cls=_Words,
    name="graphsync",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def _root(
    version: Annotated[  # the callback does the work
        bool,
        typer.Option("--version", is_eager=True, callback=_version, help="Show versions and exit."),
    ] = False,
) -> None:
    """Provisioning in Microsoft Entra ID: jobs, schemas, secrets and logs of the synchronization
    API.

    Exit codes: 0 done, 1 error, 2 difference, finding or unhealthy, 3 wrong usage, 4 not signed in
    or not permitted, 130 interrupted.
    """


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit code."""
    words = sys.argv[1:] if arguments is None else [*arguments]
    command = typer.main.get_command(app)
    try:
        result: object = command.main(words, prog_name="graphsync", standalone_mode=False)
        sys.stdout.flush()
    except typer.Abort:
        sys.stderr.write("graphsync: stopped, because the question was not answered with yes\n")
        return ExitCode.FAILED
    except BrokenPipeError:
        # The reader has seen enough, as `head` does; what is left in the buffer goes nowhere.
        # until the exit
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
        return ExitCode.FAILED
    except Exception as error:  # noqa: BLE001  # the border to the shell: each one is shown
        return _failed(error, debug="--debug" in words)
    return result if isinstance(result, int) else ExitCode.DONE


def _failed(error: Exception, *, debug: bool) -> int:
    usage = getattr(error, "format_message", None)  # what typer raises for wrong words
    if callable(usage):
        context: Any = getattr(error, "ctx", None)  # the type is private in typer
        message = str(usage())
        if not message or type(error).__name__ == "NoArgsIsHelpError":
            sys.stderr.write(context.get_help() + "\n")
            return ExitCode.USAGE
        path = context.command_path if context is not None else "graphsync"
        sys.stderr.write(f"graphsync: {message}\n  {path} --help shows what there is\n")
        return ExitCode.USAGE
    if isinstance(error, ModuleNotFoundError):
        from graphsync.emulator.extra import missing_extra

        sys.stderr.write(missing_extra("this command", error, extra="cli") + "\n")
        return ExitCode.FAILED
    from graphsync.cli.failures import exit_code_of, lines_of
    from graphsync.errors import GraphError

    expected = isinstance(error, (GraphError, UsageMistake, OSError, ValueError, TypeError))
    if debug or not expected:
        import traceback

        traceback.print_exception(error)
    first, *rest = lines_of(error)
    sys.stderr.write("\n".join([f"graphsync: {first}", *(f"  {line}" for line in rest)]) + "\n")
    return exit_code_of(error)
