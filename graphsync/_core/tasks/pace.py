"""How often a wait looks at a job."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

_FIRST: Final = 2.0
_GROWTH: Final = 1.6
_USUAL_INTERVAL: Final = timedelta(minutes=40)
# A wait of one interval then costs about 40 requests.
_LOOKS_AN_INTERVAL: Final = 32
_SHORTEST: Final = 5.0
_LONGEST: Final = 300.0


class Pace:
    """The pauses of a wait: short at first, then growing to a share of the job's own interval."""

    def __init__(self) -> None:
        self._next = _FIRST

    def pause(self, interval: timedelta | None) -> float:
        """Return the seconds until the next look at a job that runs at this interval."""
        seconds = (interval or _USUAL_INTERVAL).total_seconds()
        slowest = min(_LONGEST, max(_SHORTEST, seconds / _LOOKS_AN_INTERVAL))
        pause = min(self._next, slowest)
        self._next = min(self._next * _GROWTH, _LONGEST)
        return pause
