"""The table of commands in the documentation, made from the commands: `python -m
graphsync.cli.reference`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from inspect import getdoc

from graphsync.cli.command import Described
from graphsync.cli.root import WORDS, load

_HEAD = """# Commands

Made by `python -m graphsync.cli.reference`. A command sends the requests that its arguments call \
for, at most these.

| command | what it does | requests | permissions |
|---|---|---|---|
"""


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
    return _HEAD + "".join(
        f"| `graphsync {words}` | {line} | {_listed(found.sends)} | {_listed(found.needs)} |\n"
        for words, line, found in commands()
    )


def _listed(texts: tuple[str, ...]) -> str:
    return ", ".join(f"`{text}`" for text in texts) or "none"


if __name__ == "__main__":
    sys.stdout.write(table())
