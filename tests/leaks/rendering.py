"""Every way in which a program, a console or an error tracker shows an error."""

from __future__ import annotations

import io
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from rich.console import Console
from rich.traceback import Traceback

TESTS = Path(__file__).parent.parent


def renderings(error: BaseException) -> Iterator[str]:
    """Show an error and all that led to it, the local variables of each frame included."""
    for seen in chain(error):
        yield str(seen)
        yield repr(seen)
        yield repr(seen.args)
        yield from map(str, vars(seen).values())
        # Whoever follows a suppressed context finds its frames as well.
        yield from traceback.TracebackException.from_exception(seen, capture_locals=True).format()
        yield from rich_locals(seen)
    yield from traceback.format_exception(error)
    printed = io.StringIO()
    traceback.print_exception(error, file=printed)
    yield printed.getvalue()


def drop_program_frames(error: BaseException) -> BaseException:
    """Take the frames of the tests out of all tracebacks: what a program holds in its own variables is its own matter."""
    for seen in chain(error):
        entries = [
            at
            for at in _entries(seen.__traceback__)
            if TESTS not in Path(at.tb_frame.f_code.co_filename).parents
        ]
        for at, following in zip(entries, [*entries[1:], None], strict=False):
            at.tb_next = following
        seen.__traceback__ = entries[0] if entries else None
    return error


def _entries(at: TracebackType | None) -> Iterator[TracebackType]:
    while at is not None:
        yield at
        at = at.tb_next


def chain(error: BaseException) -> list[BaseException]:
    """Return an error with each cause and context that it carries, suppressed ones included."""
    found: list[BaseException] = []
    pending: list[BaseException | None] = [error]
    while pending:
        seen = pending.pop()
        if seen is not None and seen not in found:
            found.append(seen)
            pending += [seen.__cause__, seen.__context__]
    return found


def rich_locals(error: BaseException) -> Iterator[str]:
    """Yield the local variables that rich's `show_locals` finds, uncut."""
    trace = Traceback.extract(
        type(error),
        error,
        error.__traceback__,
        show_locals=True,
        locals_max_string=None,
        locals_max_length=None,
    )
    for stack in trace.stacks:
        for frame in stack.frames:
            for name, node in (frame.locals or {}).items():
                yield f"{frame.filename}:{frame.lineno} {frame.name}: {name} = {node}"


def rich_page(error: BaseException) -> str:
    """Return what rich prints for an error with `show_locals`."""
    console = Console(file=io.StringIO(), width=200)
    console.print(
        Traceback.from_exception(type(error), error, error.__traceback__, show_locals=True)
    )
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def leaks(error: BaseException, mark: str) -> list[str]:
    """Return the lines of all renderings that show the mark, each once."""
    lines = {
        line.strip()[:200]
        for text in renderings(error)
        for line in text.splitlines()
        if mark in line
    }
    return sorted(lines)
