"""Where a command gets secret values from: a terminal, the environment, a file or a pipe."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import typer

from graphsync._core.secrecy.hidden import Hidden
from graphsync.cli.exits import UsageMistake


def read_values(
    keys: list[str],
    variable: str | None,
    file: Path | None,
    *,
    from_stdin: bool,
    prompt: str = "{}",
) -> dict[str, Hidden[str]]:
    """Return the value of each key from one source; without one, from the terminal.

    Raises UsageMistake where there are several sources, or the one has no value.

    Args:
        keys: What the values are for; a variable or a file gives the value of one.
        variable: The environment variable with the value.
        file: The file with the value; the end of its last line is not a part of it.
        from_stdin: Read standard input, a line for each key.
        prompt: What is asked on the terminal, with `{}` for the key. Nothing typed is shown.

    """
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
                f"standard input has {len(lines.reveal())} lines for {len(keys)} values",
                "write a line for each value",
            )
        return {key: Hidden(line) for key, line in zip(keys, lines.reveal(), strict=True)}
    if not sys.stdin.isatty():
        raise UsageMistake(
            "there is no terminal to type the values on", "use --from-env, --from-file or --stdin"
        )
    try:
        return {
            key: Hidden(str(typer.prompt(prompt.format(key), hide_input=True, err=True)))
            for key in keys
        }
    except typer.Abort:  # what Ctrl-C becomes there
        raise KeyboardInterrupt from None
