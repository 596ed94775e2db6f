"""`graphsync-emulator`, the same as `python -m graphsync.emulator`."""

import asyncio
import signal
import sys
from pathlib import Path
from typing import Annotated

import typer

from graphsync.emulator.emulator import Emulator

_app = typer.Typer(add_completion=False, help="Run a local Microsoft Graph for provisioning.")


@_app.command()
def run(
    host: Annotated[
        str, typer.Option(help="Address to listen on; anything but loopback is your own decision.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes a free one.")] = 0,
    state: Annotated[Path | None, typer.Option(help="File that keeps the tenant between runs.")] = None,
    speed: Annotated[
        float, typer.Option(min=0, help="Seconds that pass in a real one: 3600 is an hour a second.")
    ] = 1.0,
    tls: Annotated[bool, typer.Option("--tls", help="Listen with TLS too, for credential libraries.")] = False,
    tls_port: Annotated[int, typer.Option(min=0, max=65535, help="Port of the TLS listener; 0 takes a free one.")] = 0,
    ca_file: Annotated[
        Path | None, typer.Option(help="Where to write the certificate that clients have to trust (PEM).")
    ] = None,
) -> None:
    """Serve until SIGINT or SIGTERM; the first line on standard output says where, once requests are answered."""
    try:
        emulator = Emulator(
            host=host,
            port=port,
            state=state,
            speed=speed,
            tls=tls or ca_file is not None,
            tls_port=tls_port,
            ca_file=ca_file,
        )
        asyncio.run(_serve(emulator, tls=tls or ca_file is not None))
    except (OSError, ValueError) as error:
        sys.stderr.write(f"graphsync emulator: {error}\n")
        raise typer.Exit(2) from None
    finally:
        sys.stdout.flush()


async def _serve(emulator: Emulator, *, tls: bool) -> None:
    def announce() -> None:
        lines = [f"graphsync emulator: {emulator.url}"]
        if tls:
            lines += [f"token authority: {emulator.authority}", f"certificate authority: {emulator.ca_file}"]
        sys.stdout.write("\n".join(lines) + "\n")
        sys.stdout.flush()

    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, emulator.stop)
    try:
        await emulator.serve(announce)
    finally:
        emulator.close()


def main() -> None:
    """Run the command line."""
    _app()


if __name__ == "__main__":
    main()
