"""Show how far a download is."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn


@contextmanager
def progress_of(place: str, total: int | None) -> Generator[Callable[[int], None]]:
    """Show a bar on standard error, if that is a terminal; call what it gives with the bytes that are there."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        task = progress.add_task(place.rpartition("/")[2], total=total)
        yield lambda completed: progress.update(task, completed=completed)
