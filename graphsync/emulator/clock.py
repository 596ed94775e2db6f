"""The clock the tenant lives by."""

import time


class Clock:
    """A clock that runs at any speed, stands still, and can be moved forward.

    `speed` is how many of its seconds pass in one real second: 1 is real time, 3600 an hour a second, 0 stands still.
    """

    def __init__(self, start: float | None = None, speed: float = 1.0) -> None:
        if speed < 0:
            raise ValueError(f"speed {speed} would run backwards; use 0 to stop the clock")
        self._origin = time.time() if start is None else start
        self._since = time.monotonic()
        self._speed = speed
        self._advanced = 0.0

    @property
    def speed(self) -> float:
        """How many seconds pass here in a real one."""
        return self._speed

    def now(self) -> float:
        """Return the present moment, in seconds since 1970."""
        return self._origin + (time.monotonic() - self._since) * self._speed

    def advance(self, seconds: float) -> float:
        """Move forward and return the new moment; the way back is refused."""
        if seconds < 0:
            raise ValueError(f"cannot advance by {seconds} seconds; the clock only goes forward")
        self._origin += seconds
        self._advanced += seconds
        return self.now()

    def window(self) -> float:
        """Return a moment for rate limits: it passes in real time even while the clock stands, and follows `advance`."""
        return time.monotonic() * max(1.0, self._speed) + self._advanced
