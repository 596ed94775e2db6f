"""A note of what is about to be created, so that a killed run creates nothing twice."""

from __future__ import annotations

import json
import os
from pathlib import Path

from graphsync._core.json_values import as_object, json_or_none


class Journal:
    """A small file beside a configuration; without a path nothing is noted.

    An application that was just made does not show for a while. A run that was killed in between
    would not find it, and make another one. So the intention is on disk before the request goes
    out, and the id as soon as it is known.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        text = path.read_text(encoding="utf-8") if path is not None and path.exists() else ""
        found = as_object(json_or_none(text)) if text else None
        self._notes: dict[str, str] = {
            name: value for name, value in (found or {}).items() if isinstance(value, str)
        }

    def intends(self, name: str) -> bool:
        """Return whether a run began to create this, whether or not it got so far."""
        return f"creating {name}" in self._notes

    def id_of(self, name: str) -> str | None:
        """Return the id of what was created."""
        return self._notes.get(f"created {name}")

    def begin(self, name: str) -> None:
        """Note that this is about to be created."""
        self._write({f"creating {name}": "yes"})

    def finish(self, name: str, id: str) -> None:
        """Note the id of what was created."""
        self._write({f"created {name}": id})

    def give_up(self, name: str) -> None:
        """Note that this was not created."""
        self._notes.pop(f"creating {name}", None)
        self._write({})

    def _write(self, notes: dict[str, str]) -> None:
        self._notes |= notes
        if self._path is None:
            return
        temporary = self._path.with_name(f".{self._path.name}.tmp")
        with temporary.open("w", encoding="utf-8") as file:
            json.dump(self._notes, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(self._path)
