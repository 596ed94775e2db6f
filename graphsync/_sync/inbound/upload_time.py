# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/inbound/upload_time.py
"""The time that an upload has, and its pauses.

How pauses grow is the subject of `_core.tasks.pace`, for uploads and waits alike. What happens at
the end of the time is not: a wait raises, since it has nothing to give; an upload stops and returns
a report, since another call goes on from there.
"""

from __future__ import annotations

import time

from graphsync._core.call.deadline import check_timeout
from graphsync._core.tasks.pace import pace_of_looks_into_the_log
from graphsync._sync.navigation.session import Session


class UploadTime:
    """The time of one upload."""

    def __init__(self, session: Session, timeout: float | None) -> None:
        check_timeout(timeout, least=0)
        self._session = session
        self._timeout = timeout
        self._began = time.monotonic()
        self._paused = 0.0
        self._pace = pace_of_looks_into_the_log()

    @property
    def elapsed(self) -> float:
        """Seconds since the upload began."""
        return max(self._paused, time.monotonic() - self._began)

    @property
    def left(self) -> float | None:
        """Seconds that are left, 0 when none are; None where there is no limit."""
        return None if self._timeout is None else max(0.0, self._timeout - self.elapsed)

    def pause(self, seconds: float) -> bool:
        """Wait, or return False where there is no time to wait so long."""
        left = self.left
        if left is not None and seconds > left:
            return False
        self._paused = self.elapsed + seconds
        self._session.transport.pause(seconds)
        return True

    def look_again(self, *, soon: bool, least: float) -> bool:
        """Wait between two looks, each time longer unless something happened, but at least so many
        seconds.

        Return False when time is up.
        """
        if soon:
            self._pace.begin_again()
        left = self.left
        if left is not None and left <= 0:
            return False
        wanted = max(least, self._pace.pause(left))
        return self.pause(wanted if left is None else min(wanted, left))
