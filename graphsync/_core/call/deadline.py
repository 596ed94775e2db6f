"""The time that a call has."""

from __future__ import annotations

import time
from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime, timedelta

from graphsync.errors import RateLimitExceeded
from graphsync.timeouts import Timeouts

_PHASES = ("connect", "read", "write", "pool")
# What waits for a socket is called by httpcore, which hands down a limit for each wait but none for
# the call.
_running: ContextVar[Deadline | None] = ContextVar("graphsync deadline", default=None)


class Deadline:
    """The time of one call, counted from now on; `total` None means no limit."""

    def __init__(self, total: float | None) -> None:
        self.total = total
        self._began = time.monotonic()

    @property
    def elapsed(self) -> float:
        """The seconds since the call began."""
        return time.monotonic() - self._began

    @property
    def left(self) -> float | None:
        """The seconds left, 0 when none are; None where there is no limit."""
        return None if self.total is None else max(0.0, self.total - self.elapsed)

    def phases(self, timeouts: Timeouts) -> dict[str, float | None]:
        """Return the time that each phase may take, by httpx's names: its own limit or what is
        left, the lesser.
        """
        left = self.left
        limits = {name: getattr(timeouts, name) for name in _PHASES}
        return {
            name: limit if left is None else left if limit is None else min(limit, left)
            for name, limit in limits.items()
        }

    def check_rate_limit(self, name: str, seconds: float) -> None:
        """Raise `RateLimitExceeded` where there is no time to wait so long for the service's
        limits.
        """
        left = self.left
        if left is not None and seconds > left:
            moment = datetime.now(UTC) + timedelta(seconds=seconds)
            raise RateLimitExceeded(
                f"{name}: the service's limit is used up; the call may be sent in {seconds:.1f} s,"
                f" at {moment:%Y-%m-%dT%H:%M:%SZ}, which is after its timeout of {self.total:g} s."
                " Raise timeout= to let the client wait",
                seconds,
            )

    @contextmanager
    def running(self) -> Generator[None]:
        """Make this the deadline that `time_left` looks at, in this thread or task."""
        token = _running.set(self)
        try:
            yield
        finally:
            _running.reset(token)


def check_timeout(timeout: object, *, least: float | None = None) -> None:
    """Raise TypeError or ValueError for what cannot be the time of a task.

    Args:
        timeout: More than 0 seconds, or None.
        least: A number of seconds that is allowed as well, such as 0.

    """
    if timeout is None:
        return
    allowed = "more than 0 seconds" if least is None else f"{least:g} seconds or more"
    if isinstance(timeout, bool) or not isinstance(timeout, (int, float)):
        raise TypeError(f"timeout is {timeout!r}; it must be a number, {allowed}, or None")
    if not (timeout > 0 if least is None else timeout >= least):
        raise ValueError(f"timeout is {timeout!r}; it must be {allowed}, or None")


def time_left() -> float | None:
    """Return the seconds that the running call has left, 0 when none are.

    None where there is no limit.
    """
    deadline = _running.get()
    return None if deadline is None else deadline.left
