"""The command within this process, which takes no start-up: what it writes, and its exit code."""

import contextlib
import io
import os
import sys
from pathlib import Path
from subprocess import CompletedProcess
from unittest import mock

from graphsync.cli.root import run
from graphsync.emulator import Emulator

from .conftest import environment


class Screen(io.StringIO):
    """A text stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


class Inside:
    """Runs command lines against a local Graph.

    `terminal` lets both streams be terminals; a question is then answered from `input`.
    """

    def __init__(self, folder: Path, emulator: Emulator | None = None) -> None:
        self.folder = folder
        self.url = emulator.url if emulator else None

    def __call__(
        self, *words: str, input: str = "", terminal: bool = False, **more: str | None
    ) -> CompletedProcess[str]:
        stream = Screen if terminal else io.StringIO
        out, err = stream(), stream()
        given = {**environment(self.folder, self.url), "COLUMNS": "160", "TERM": "xterm", **more}
        variables = {name: text for name, text in given.items() if text is not None}
        with (
            mock.patch.dict(os.environ, variables, clear=True),
            mock.patch.object(sys, "stdin", stream(input)),
            contextlib.chdir(self.folder),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            code = run(words)
        return CompletedProcess(words, int(code), out.getvalue(), err.getvalue())
