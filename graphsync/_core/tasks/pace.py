"""How often something is looked at that takes its time."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

_USUAL_INTERVAL: Final = timedelta(minutes=40)
# A wait of one interval then costs about 40 requests.
_LOOKS_AN_INTERVAL: Final = 32
_SHORTEST: Final = 5.0
_LONGEST: Final = 300.0


class Pace:
    """The pauses between looks: short at first, and longer each time, up to the longest one."""

    def __init__(self, first: float, growth: float, longest: float) -> None:
        self._first = first
        self._growth = growth
        self._longest = longest
        self._next = first

    def pause(self, longest: float | None = None) -> float:
        """Return the seconds until the next look; `longest` limits this pause alone."""
        pause = self._next
        self._next = min(pause * self._growth, self._longest)
        return pause if longest is None else min(pause, longest)

    def begin_again(self) -> None:
        """Make the next pause a short one, since something happened."""
        self._next = self._first


def pace_of_looks_at_a_job() -> Pace:
    """Return the pace of a wait for a job, which `longest_pause` limits."""
    return Pace(2.0, 1.6, _LONGEST)


def pace_of_looks_into_the_log() -> Pace:
    """Return the pace of an upload that is followed in the log, which lags behind by minutes."""
    return Pace(10.0, 1.5, 120.0)


def longest_pause(interval: timedelta | None) -> float:
    """Return the seconds between two looks at a job that runs at this interval."""
    seconds = (interval or _USUAL_INTERVAL).total_seconds()
    return min(_LONGEST, max(_SHORTEST, seconds / _LOOKS_AN_INTERVAL))
