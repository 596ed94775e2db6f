"""How bad it is."""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """How much a job needs attention; the worse one is the greater by `rank`."""

    OK = "ok"
    WARNING = "warning"
    UNKNOWN = "unknown"
    """Its state could not be read or is not known to this version; never taken for `ok`."""
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 for `ok`, up to 3 for `critical`; monitoring can compare it."""
        return list(Severity).index(self)
