"""A bar on the terminal for what takes more than a second."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

from graphsync.cli.printable import printable

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_SHOWN_AFTER = 1.0


class Bar:
    """A line on standard error that says how far a command is; nothing where that is no terminal.

    With a total it has a bar and the time that is left, otherwise the time that has passed.
    """

    def __init__(self, text: str, total: float | None = None) -> None:
        self._text = text
        self._total = total
        self._began = time.monotonic()
        self._is_wanted = sys.stderr.isatty()
        self._shown: tuple[Progress, TaskID] | None = None

    def update(self, text: str | None = None, done: float | None = None) -> None:
        """Show what is being done, and how much of the total is."""
        self._text = self._text if text is None else text
        if not self._is_wanted or time.monotonic() - self._began < _SHOWN_AFTER:
            return
        progress, task = self._shown = self._shown or self._start()
        progress.update(task, description=printable(self._text), completed=done)

    def _start(self) -> tuple[Progress, TaskID]:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            Progress,
            SpinnerColumn,
            TextColumn,
            TimeElapsedColumn,
            TimeRemainingColumn,
        )

        # A name may hold what looks like markup.
        text = TextColumn("{task.description}", markup=False)
        columns = (
            (SpinnerColumn(), text, TimeElapsedColumn())
            if self._total is None
            else (text, BarColumn(), TimeRemainingColumn())
        )
        progress = Progress(*columns, console=Console(stderr=True), transient=True)
        task = progress.add_task(printable(self._text), total=self._total)
        progress.start()
        return progress, task

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if self._shown is not None:
            self._shown[0].stop()
