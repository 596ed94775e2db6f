"""The clock the tenant lives by."""

import math
import time
from collections.abc import Callable

from graphsync.emulator.times import LATEST, iso

FASTEST = 1_000_000.0
LONGEST_ADVANCE = 3_660 * 86_400.0


class Clock:
    """A clock that runs at any speed, stands still, and can be moved forward.

    `speed` is how many of its seconds pass in one real second: 1 is real time, 3600 is an hour a
    second, 0 stands still. It never goes past the end of the year 9999.
    """

    def __init__(self, start: float | None = None, speed: float = 1.0) -> None:
        if not (math.isfinite(speed) and 0 <= speed <= FASTEST):
            raise ValueError(
                f"speed cannot be {speed}; choose 0 (the clock stands still) to {FASTEST:.0f}"
            )
        self._origin = time.time() if start is None else min(start, LATEST)
        self._since = time.monotonic()
        self._speed = speed
        self._advanced = 0.0

    @property
    def speed(self) -> float:
        """How many seconds pass here in a real one."""
        return self._speed

    def now(self) -> float:
        """Return the present moment, in seconds since 1970."""
        return min(LATEST, self._origin + (time.monotonic() - self._since) * self._speed)

    def advance(self, seconds: float) -> float:
        """Move forward and return the new moment.

        Raise ValueError for a step back, for one of more than ten years, and for one that would
        leave the year 9999; the clock then stays where it is.
        """
        if not seconds >= 0:
            raise ValueError(f"cannot advance by {seconds} seconds; the clock only goes forward")
        if seconds > LONGEST_ADVANCE:
            raise ValueError(
                f"cannot advance by {seconds:.6g} seconds at once; at most {LONGEST_ADVANCE:.0f}"
                " (ten years)"
            )
        if self.now() + seconds > LATEST:
            raise ValueError(
                f"cannot advance by {seconds:.6g} seconds from {iso(self.now())}: the clock ends"
                " with the year 9999"
            )
        self._origin += seconds
        self._advanced += seconds
        return self.now()

    def snapshot(self) -> Callable[[], None]:
        """Keep the moment; return what brings it back, the clock running on from there."""
        now, advanced = self.now(), self._advanced

        def bring_back() -> None:
            self._origin, self._since, self._advanced = now, time.monotonic(), advanced

        return bring_back

    def window(self) -> float:
        """Return a moment for rate limits.

        It passes in real time even while the clock stands still, and it follows `advance`.
        """
        return time.monotonic() * max(1.0, self._speed) + self._advanced
