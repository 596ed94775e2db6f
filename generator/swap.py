"""Put new files and folders in the place of old ones: all of them, or none."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def swap_all(moves: Iterable[tuple[Path, Path]], aside: Path) -> None:
    """Move each new path to its target; if one move fails, all old ones are put back. `aside` keeps the old."""
    aside.mkdir()
    done: list[tuple[Path, Path, Path | None]] = []
    try:
        for number, (fresh, target) in enumerate(moves):
            old = None
            if target.exists():
                old = aside / f"{number}-{target.name}"
                target.rename(old)
            done.append((fresh, target, old))
            fresh.rename(target)
    except OSError:
        for fresh, target, old in reversed(done):
            if target.exists():
                target.rename(fresh)
            if old is not None:
                old.rename(target)
        raise
