"""`graphsync-emulator`, the same as `python -m graphsync.emulator`."""

import json
import os
import signal
import sys
import threading
from pathlib import Path
from typing import Annotated

from graphsync.emulator.extra import missing_extra

try:
    import typer

    from graphsync.emulator.emulator import Emulator
except ModuleNotFoundError as error:
    raise SystemExit(missing_extra("graphsync-emulator", error)) from None

_PATIENCE = 5.0  # seconds that requests have to end in after a signal
_app = typer.Typer(add_completion=False, help="Run a local Microsoft Graph for provisioning.")


@_app.command()
def run(
    *,
    host: Annotated[
        str,
        typer.Option(
            help="Address to listen on; whatever is not loopback lets others steer the emulator."
        ),
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes a free one.")
    ] = 0,
    seed: Annotated[
        Path | None, typer.Option(help="JSON file that describes the tenant to begin with.")
    ] = None,
    state: Annotated[
        Path | None, typer.Option(help="SQLite file that keeps the tenant between runs.")
    ] = None,
    start: Annotated[
        str | None,
        typer.Option(help="Moment at which the clock begins, such as 2026-01-01T00:00Z."),
    ] = None,
    speed: Annotated[
        float,
        typer.Option(
            min=0,
            help="Seconds that pass in a real one: 3600 is an hour a second, 0 stops the clock.",
        ),
    ] = 1.0,
    tls: Annotated[
        bool, typer.Option("--tls", help="Listen with TLS too, for credential libraries.")
    ] = False,
    tls_port: Annotated[
        int, typer.Option(min=0, max=65535, help="Port of the TLS listener; 0 takes a free one.")
    ] = 0,
    ca_file: Annotated[
        Path | None,
        typer.Option(
            help="Where to write the certificate that clients have to trust (PEM); implies --tls."
        ),
    ] = None,
    tls_name: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="Another name for the certificate and the Host header, such as a container's; "
            "implies --tls. Repeatable.",
        ),
    ] = None,
    allow_host: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="Another name that requests may have in their Host header. Repeatable.",
        ),
    ] = None,
    allow_target: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="Another host that jobs may provision to over HTTP, beside this machine; "
            "with or without a port. Repeatable.",
        ),
    ] = None,
    scenario: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help='Begin with an incident, such as "wrong token" (docs/emulator.md).'
        ),
    ] = None,
    switch: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=VALUE", help="Choose a behaviour; the value may be JSON. Repeatable."
        ),
    ] = None,
) -> None:
    """Serve until SIGINT or SIGTERM.

    The first line on standard output says where, once requests are answered.
    """
    with_tls = tls or ca_file is not None or bool(tls_name)
    try:
        emulator = Emulator(
            host=host,
            port=port,
            seed=seed,
            state=state,
            start=start,
            speed=speed,
            tls=with_tls,
            tls_port=tls_port,
            ca_file=ca_file,
            tls_names=tls_name or (),
            allow_hosts=allow_host or (),
            allow_targets=allow_target or (),
            **dict(map(_switch, switch or [])),
        )
        if scenario is not None:
            emulator.scenario(scenario)
        _serve(emulator, tls=with_tls)
    except (OSError, ValueError, LookupError, RuntimeError) as error:
        because = f": {error.__cause__}" if isinstance(error, RuntimeError) else ""
        sys.stderr.write(f"graphsync emulator: {error}{because}\n")
        raise typer.Exit(2) from None


def _switch(text: str) -> tuple[str, object]:
    name, equals, value = text.partition("=")
    if not equals:
        raise ValueError(f"--switch {text!r} has no value; write NAME=VALUE")
    try:
        return name, json.loads(value)
    except ValueError:
        return name, value


def _serve(emulator: Emulator, *, tls: bool) -> None:
    """Serve in another thread, and end on a signal whatever that thread is doing."""
    stopping = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: stopping.set())
    emulator.open()
    lines = [f"graphsync emulator: {emulator.url}"]
    if tls:
        lines += [
            f"token authority: {emulator.authority}",
            f"certificate authority: {emulator.ca_file}",
        ]
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()
    # On Windows a wait without an end does not let signal handlers run.
    while not stopping.wait(0.5) and emulator.is_open:
        pass
    closing = threading.Thread(target=emulator.close, daemon=True)
    closing.start()
    closing.join(_PATIENCE)
    if closing.is_alive():
        # Every answer that went out is on disk already; what hangs has not answered.
        sys.stderr.write("graphsync emulator: a request was still being worked on\n")
        sys.stderr.flush()
        os._exit(1)


def main() -> None:
    """Run the command line."""
    _app()


if __name__ == "__main__":
    main()
