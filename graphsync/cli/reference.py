"""The table of commands in the documentation, made from the commands: `python -m
graphsync.cli.reference`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from inspect import getdoc
from typing import Any

from typer.main import get_command

from graphsync.cli.command import Described
from graphsync.cli.root import WORDS, load

_HEAD = """# Commands

Made by `python -m graphsync.cli.reference`. A command sends the requests that its arguments call \
for, at most these.

| command | what it does | requests | permissions |
|---|---|---|---|
"""
_OPTIONS = """
## Arguments and options

`--output`, `--columns` and `--debug` are options of all commands, `--yes` and `--dry-run` of \
those that write. Those that send requests have `--verbose` and the options for \
[signing in](../command.md#sign-in).
"""
_SHARED = {
    *("output", "columns", "debug", "yes", "dry_run", "verbose", "profile", "cloud", "endpoint"),
    *("allow_plain_http", "authority", "ca_file", "sign_in", "tenant_id", "client_id"),
    *("certificate", "help", "install_completion", "show_completion"),
}


def commands() -> Iterator[tuple[str, str, Described]]:
    """Give the words of each command, the first line of its help, and its description."""
    for word in WORDS:
        for registered in load(word).registered_commands:
            callback = registered.callback
            found: object = getattr(callback, "described", None)
            described = found if isinstance(found, Described) else Described((), (), writes=False)
            words = word if registered.name == word else f"{word} {registered.name}"
            yield words, (getdoc(callback) or "").partition("\n")[0], described


def table() -> str:
    """Return the page as Markdown."""
    rows = "".join(
        f"| `graphsync {words}` | {line} | {_listed(found.sends)} | {_listed(found.needs)} |\n"
        for words, line, found in commands()
    )
    return _HEAD + rows + _OPTIONS + "".join(_details())


def _details() -> Iterator[str]:
    """Give a section for each command: its whole description, arguments and own options."""
    for word in WORDS:
        made: Any = get_command(load(word))  # the types are private in typer
        for registered in load(word).registered_commands:
            found = getattr(made, "commands", {}).get(registered.name, made)
            words = word if registered.name == word else f"{word} {registered.name}"
            text = "\n\n".join(
                " ".join(part.split()) for part in (getdoc(registered.callback) or "").split("\n\n")
            )
            lines = [_option(one) for one in found.params if one.name not in _SHARED]
            yield f"\n### graphsync {words}\n\n{text}\n" + ("\n" if lines else "")
            yield "".join(lines)


def _option(found: Any) -> str:  # as above
    is_option = found.param_type_name == "option"
    names = [*found.opts, *found.secondary_opts] if is_option else [found.name.upper()]
    wanted = ", required" if found.required else ""
    variable = f" (`{found.envvar}`)" if getattr(found, "envvar", None) else ""
    written = ", ".join(f"`{name}`" for name in names)
    help_text = " ".join((found.help or "").split()).removesuffix(".")
    return f"- {written}{wanted}: {help_text}{variable}\n"


def _listed(texts: tuple[str, ...]) -> str:
    return ", ".join(f"`{text}`" for text in texts) or "none"


if __name__ == "__main__":
    sys.stdout.write(table())
