"""`graphsync emulator`."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from functools import wraps
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from graphsync.cli.exits import ExitCode, UsageMistake
from graphsync.emulator.extra import missing_extra

try:
    from graphsync.emulator.__main__ import run
except ModuleNotFoundError as error:
    raise SystemExit(missing_extra("graphsync emulator", error)) from None

_READY = re.compile(r"graphsync emulator: (\S+)\n")
_LINES = {
    "sh": 'export {name}="{value}"',
    "fish": 'set -gx {name} "{value}"',
    "powershell": '$env:{name} = "{value}"',
}


class _RunUnlessSaid(TyperGroup):
    """Options without a command are those of `run`, as they are for `graphsync-emulator`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # the type is private in typer
        if not args or (args[0].startswith("-") and args[0] not in {"-h", "--help"}):
            args = ["run", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=_RunUnlessSaid, help="Run a local Graph.", rich_markup_mode=None, add_completion=False
)


@app.command("run")
@wraps(run)
def serve(*args: Any, **options: Any) -> None:  # Any: those of the wrapped function
    """Serve until SIGINT or SIGTERM."""
    try:
        run(*args, **options)
    except typer.Exit as error:
        # `graphsync-emulator` ends with 2, which stands for a difference here.
        raise typer.Exit(ExitCode.FAILED if error.exit_code else ExitCode.DONE) from None


@app.command("demo")
def demo(
    *,
    shell: Annotated[
        str, typer.Option(help="Whose words to write: sh, fish or powershell.")
    ] = "sh",
) -> None:
    """Start a local Graph in the background, and write the variables that point commands at it.

    Use it as: eval "$(graphsync emulator demo)"
    """
    if shell not in _LINES:
        raise UsageMistake(f"there is no shell {shell!r} here", f"there are {', '.join(_LINES)}")
    process = subprocess.Popen(
        [sys.executable, "-m", "graphsync.emulator", "--port", "0"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    first = process.stdout.readline() if process.stdout else ""
    match = _READY.fullmatch(first)
    if match is None:
        raise ChildProcessError(f"the local Graph did not start: {first!r}")
    variables = {
        "GRAPHSYNC_ENDPOINT": match[1],
        "GRAPHSYNC_SIGN_IN": "token",
        "GRAPHSYNC_TOKEN": "demo",
        "GRAPHSYNC_DEMO_PID": str(process.pid),
    }
    for name, value in variables.items():
        sys.stdout.write(_LINES[shell].format(name=name, value=value) + "\n")
    sys.stderr.write(f"A local Graph answers at {match[1]}; graphsync emulator stop ends it.\n")
    sys.stdout.flush()


@app.command("stop")
def stop() -> None:
    """End the local Graph that `graphsync emulator demo` has started."""
    number, endpoint = (
        os.environ.get("GRAPHSYNC_DEMO_PID", ""),
        os.environ.get("GRAPHSYNC_ENDPOINT", ""),
    )
    if not number.isdecimal() or not endpoint:
        raise UsageMistake(
            "no local Graph was started from this shell",
            'start one with: eval "$(graphsync emulator demo)"',
        )
    # The number may belong to another process by now, unless the local Graph still answers.
    if not _answers(endpoint):
        sys.stderr.write(f"Nothing answers at {endpoint} any more.\n")
        return
    os.kill(int(number), signal.SIGTERM)
    sys.stderr.write(f"The local Graph at {endpoint} is ended.\n")


def _answers(endpoint: str) -> bool:
    if not endpoint.startswith("http://127.0.0.1:"):
        return False
    from graphsync import GraphClient, GraphError

    try:
        with GraphClient("demo", endpoint=endpoint, timeout=5) as graph:
            graph.service_principals.top(1).first()
    except GraphError:
        return False
    return True
