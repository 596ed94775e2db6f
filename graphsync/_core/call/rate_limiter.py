"""Limits of the service that are known beforehand, kept by waiting instead of by being refused."""

from __future__ import annotations

from collections import deque
from threading import Lock


class RateLimit:
    """Allow `calls` within any `seconds`."""

    def __init__(self, calls: int, seconds: float) -> None:
        self.calls = calls
        self.seconds = seconds


# Provisioning on demand; uploads; and the provisioning log, by the names of their operations.
KNOWN_LIMITS: dict[str, tuple[RateLimit, ...]] = {
    "provision_on_demand": (RateLimit(5, 10.0),),
    "perform_bulk_upload": (RateLimit(40, 5.0), RateLimit(6000, 86_400.0)),
    "list_provisioning_logs": (RateLimit(5, 10.0),),
}


class RateLimiter:
    """Hand out the moments at which calls may go; one for a client, shared by its threads and tasks."""

    def __init__(self, limits: dict[str, tuple[RateLimit, ...]] | None = None) -> None:
        self._limits = KNOWN_LIMITS if limits is None else limits
        self._taken = {name: deque[float]() for name in self._limits}
        self._lock = Lock()

    def reserve(self, name: str, now: float, patience: float | None) -> float:
        """Take the next free moment for an operation and return the seconds until then.

        Where that is longer than `patience`, nothing is taken; the caller sees it by the number returned.
        """
        limits = self._limits.get(name)
        if limits is None:
            return 0.0
        with self._lock:
            taken = self._taken[name]
            while taken and taken[0] + max(limit.seconds for limit in limits) <= now:
                taken.popleft()
            moment = max([now, *(taken[-limit.calls] + limit.seconds for limit in limits if len(taken) >= limit.calls)])
            wait = moment - now
            if patience is None or wait <= patience:
                # Moments are handed out in order, so the deque stays sorted whoever asks.
                taken.append(max(moment, taken[-1]) if taken else moment)
            return wait

    def release(self, name: str, moment: float) -> None:
        """Free the moment nearest to this one, for a call that did not reach the service after all."""
        taken = self._taken.get(name)
        if not taken:
            return
        with self._lock:
            if taken:
                taken.remove(min(taken, key=lambda one: abs(one - moment)))
