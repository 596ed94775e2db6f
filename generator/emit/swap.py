"""Put new files and folders in the place of old ones: all of them, or none, also where the run
is killed.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from attrs import frozen

from generator.errors import GeneratorError

SCRATCH = ".generating-"
"""How the folders of a run begin, beside the package; what a killed run leaves is one of them."""
_ASIDE = "old"
_JOURNAL = "journal.json"


@frozen
class _Step:
    """One replacement: the new content (none: remove), its target, where the old content waits,
    and whether there is any.
    """

    fresh: Path | None
    target: Path
    old: Path
    existed: bool


def swap_all(moves: Iterable[tuple[Path | None, Path]], aside: Path) -> None:
    """Move each new path to its target, or remove the target; if one move fails, all old ones are
    put back.

    `aside` keeps the old, and a journal of the moves, from which `put_back` undoes what a killed
    run had begun.
    """
    aside.mkdir()
    steps = [
        _Step(fresh, target, aside / f"{number}-{target.name}", target.exists())
        for number, (fresh, target) in enumerate(moves)
    ]
    journal = aside / _JOURNAL
    _write(journal, steps)
    try:
        for step in steps:
            if step.existed:
                step.target.rename(step.old)
            if step.fresh is not None:
                step.fresh.rename(step.target)
    except BaseException:  # an interrupt as well: `aside` is about to be removed
        _undo(steps)
        journal.unlink()
        raise
    journal.unlink()


def left_behind(beside: Path) -> list[Path]:
    """Return the folders of killed runs that were moving files into place."""
    return [folder for folder in _folders(beside) if (folder / _ASIDE / _JOURNAL).is_file()]


def put_back(beside: Path, is_ours: Callable[[Path], bool]) -> list[Path]:
    """Undo what killed runs had begun, and remove their folders; return the places that have their
    old content again.

    Args:
        beside: the folder that the package is in.
        is_ours: whether a run may write to a place. A journal that names any other is refused:
            nothing else moves.

    """
    places: list[Path] = []
    for folder in _folders(beside):
        journal = folder / _ASIDE / _JOURNAL
        if journal.is_file():
            steps = _read(journal, folder, is_ours)
            places += [step.target for step in steps if step.old.exists()]
            _undo(steps)
        shutil.rmtree(folder)
    return places


@contextmanager
def alone(beside: Path) -> Generator[None]:
    """Keep a second run out as long as this one writes.

    The lock of a killed process ends with it.
    """
    beside.mkdir(parents=True, exist_ok=True)
    handle = _open(beside)
    try:
        if not _locked(handle):
            raise GeneratorError(
                beside.as_posix(), "another run is writing here", "wait until it has ended"
            )
        yield
    finally:
        os.close(handle)


def _folders(beside: Path) -> list[Path]:
    return sorted(
        path for path in beside.glob(f"{SCRATCH}*") if path.is_dir() and not path.is_symlink()
    )


def _undo(steps: Sequence[_Step]) -> None:
    for step in reversed(steps):
        moved = step.fresh is not None and not step.fresh.exists()
        if (
            step.fresh is not None
            and moved
            and step.target.exists()
            and (step.old.exists() or not step.existed)
        ):
            step.target.rename(step.fresh)
        if step.old.exists():
            step.old.rename(step.target)


def _write(journal: Path, steps: Sequence[_Step]) -> None:
    content = [
        {
            "fresh": str(step.fresh.absolute()) if step.fresh is not None else None,
            "target": str(step.target.absolute()),
            "old": str(step.old.absolute()),
            "existed": step.existed,
        }
        for step in steps
    ]
    begun = journal.with_suffix(".part")
    begun.write_text(json.dumps(content, indent=1), "utf-8")
    begun.replace(journal)


def _read(journal: Path, folder: Path, is_ours: Callable[[Path], bool]) -> list[_Step]:
    try:
        steps = [
            _Step(
                None if entry["fresh"] is None else Path(entry["fresh"]),
                Path(entry["target"]),
                Path(entry["old"]),
                bool(entry["existed"]),
            )
            for entry in _list(json.loads(journal.read_bytes()))
        ]
    except (ValueError, TypeError, KeyError):
        raise GeneratorError(
            journal.as_posix(),
            "no journal of a run",
            "look in its folder, keep what you need, and delete it",
        ) from None
    home = folder.resolve()
    for step in steps:
        inside = [
            path.resolve().is_relative_to(home)
            for path in (step.fresh, step.old)
            if path is not None
        ]
        if not all(inside) or not is_ours(step.target):
            raise GeneratorError(
                journal.as_posix(),
                f"a move to {step.target}",
                "a place that a run writes; delete it",
            )
    return steps


def _list(content: object) -> list[dict[str, Any]]:  # Any: the caller takes what each must hold
    if not isinstance(content, list):
        raise TypeError
    return cast("list[dict[str, Any]]", content)


if sys.platform == "win32":
    import msvcrt

    def _open(beside: Path) -> int:
        # A folder cannot be opened here.
        name = hashlib.sha256(str(beside.resolve()).encode()).hexdigest()[:16]
        return os.open(
            Path(tempfile.gettempdir(), f"graphsync-generate-{name}.lock"), os.O_CREAT | os.O_RDWR
        )

    def _locked(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _open(beside: Path) -> int:
        return os.open(beside, os.O_RDONLY)

    def _locked(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
