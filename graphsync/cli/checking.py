"""A check on the terminal: a table that fills while the tests run, or a line for each result."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from types import TracebackType
from typing import TYPE_CHECKING, Self

from graphsync.cli.output import Form
from graphsync.cli.printable import printable

if TYPE_CHECKING:
    from rich.live import Live
    from rich.table import Table

    from graphsync.scim import TestResult

_STYLES = {
    "passed": "green",
    "failed": "bold red",
    "error": "bold red",
    "skipped": "dim",
    "running": "cyan",
}


class Checking:
    """The state of each test.

    On a terminal it is a table that changes in place, with a bar; elsewhere a line for each
    result, as it comes. Other forms than a table are written when all is done, and only a bar on
    the error stream says how far it is.

    Args:
        names: The tests that will run, in order.
        form: The form of the command's output.

    """

    def __init__(self, names: Sequence[str], form: Form) -> None:
        self._names = [*names]
        self._results: dict[str, TestResult] = {}
        self._running = ""
        self._is_table = form is Form.TABLE
        self._stack = ExitStack()
        self._live: Live | None = None

    def start(self, name: str) -> None:
        """Show that a test runs."""
        self._running = name
        self._refresh()

    def end(self, result: TestResult) -> None:
        """Show how a test ended."""
        self._results[result.name] = result
        if result.name not in self._names:  # what the RFC checks are called is known at their end
            self._names.append(result.name)
        self._running = ""
        if self._live is None and self._is_table:
            _write_line(result)
        self._refresh()

    def _refresh(self) -> None:
        if self._live:
            self._live.update(self._table() if self._is_table else self._bar(), refresh=True)

    def _bar(self) -> Table:
        from rich.progress_bar import ProgressBar
        from rich.table import Table
        from rich.text import Text

        row = Table.grid(padding=(0, 1))
        row.add_row(
            ProgressBar(len(self._names), len(self._results), width=25),
            Text(f"{len(self._results)} of {len(self._names)}"),
            Text(self._running, "cyan"),
        )
        return row

    def _table(self) -> Table:
        from rich.table import Table
        from rich.text import Text

        table = Table(box=None, pad_edge=False, header_style="bold")
        for name in ("TEST", "RESULT", "SECONDS", "MESSAGE"):
            table.add_column(
                name, overflow="fold", justify="right" if name == "SECONDS" else "left"
            )
        for name in self._names:
            result = self._results.get(name)
            state = result.outcome.value if result else "running" if name == self._running else ""
            optional = f" ({result.category})" if result and not result.mandatory else ""
            table.add_row(
                Text(name + optional, "" if state else "dim"),
                Text(state, _STYLES.get(state, "")),
                Text(f"{result.seconds:.2f}" if result else ""),
                Text(printable(result.message) if result else ""),
            )
        whole = Table.grid()
        whole.add_row(table)
        if len(self._results) < len(self._names):
            whole.add_row(self._bar())
        return whole

    def __enter__(self) -> Self:
        stream = sys.stdout if self._is_table else sys.stderr
        if stream.isatty():
            from rich.console import Console
            from rich.live import Live

            console = Console(file=stream)
            self._live = self._stack.enter_context(
                Live(console=console, auto_refresh=False, transient=not self._is_table)
            )
            self._refresh()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._stack.close()


def _write_line(result: TestResult) -> None:
    optional = "" if result.mandatory else f" ({result.category})"
    sys.stdout.write(f"{result.outcome:8}{result.seconds:7.2f} s  {result.name}{optional}\n")
    if result.message:
        sys.stdout.write(f"{'':20}{printable(result.message)}\n")
    sys.stdout.flush()
