"""Pinned documents that were downloaded before."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

from generator.errors import GeneratorError
from generator.fetch.resumed_download import resumed
from generator.fetch.unpack import MOST
from generator.fetch.upstream import Pin

ENVIRONMENT = "GRAPHSYNC_CACHE"


class Cache:
    """Documents kept in the user's cache folder, or in the one that `GRAPHSYNC_CACHE` names."""

    def __init__(self, folder: Path | None = None) -> None:
        named = os.environ.get(ENVIRONMENT)
        self.folder = folder or (
            Path(named) if named else platformdirs.user_cache_path("graphsync", appauthor=False)
        )

    def document(self, pin: Pin, most: int = MOST) -> bytes:
        """Return the pinned document, downloaded at most once.

        It is checked against the pin every time.
        """
        kept = self.folder / pin.blob
        if kept.is_file():
            data = kept.read_bytes()
            try:
                pin.check(data)
            except GeneratorError:
                # Somebody wrote into it; another download is all that it takes.
                kept.unlink()
            else:
                return data
        self.folder.mkdir(parents=True, exist_ok=True)
        part = kept.with_suffix(".part")
        data = resumed(pin.url, part, most)
        pin.check(data)
        # Whole or not at all, whatever happens in between.
        part.write_bytes(data)
        part.replace(kept)
        return data
