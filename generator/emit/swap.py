"""Put new files and folders in the place of old ones: all of them, or none."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def swap_all(moves: Iterable[tuple[Path | None, Path]], aside: Path) -> None:
    """Move each new path to its target, or remove the target; if one move fails, all old ones are put back.

    `aside` keeps the old.
    """
    aside.mkdir()
    done: list[tuple[Path | None, Path, Path]] = []
    try:
        for number, (fresh, target) in enumerate(moves):
            old = aside / f"{number}-{target.name}"
            done.append((fresh, target, old))
            if target.exists():
                target.rename(old)
            if fresh is not None:
                fresh.rename(target)
    except BaseException:  # an interrupt as well: `aside` is about to be removed
        for fresh, target, old in reversed(done):
            if fresh is not None and target.exists() and not fresh.exists():
                target.rename(fresh)
            if old.exists():
                old.rename(target)
        raise
