"""Limits of the service that are known beforehand, kept by waiting instead of by being refused."""

from __future__ import annotations

import time
from heapq import nlargest
from threading import Lock

from graphsync._core.call.forks import renew_in_children

# The service's clock is not this machine's, and it may round.
_MARGIN = 0.1


class RateLimit:
    """At most `calls` within any `seconds`."""

    def __init__(self, calls: int, seconds: float) -> None:
        self.calls = calls
        self.seconds = seconds


# Provisioning on demand; uploads; and the provisioning log, by the names of their operations.
KNOWN_LIMITS: dict[str, tuple[RateLimit, ...]] = {
    "provision_on_demand": (RateLimit(5, 10.0),),
    "perform_bulk_upload": (RateLimit(40, 5.0), RateLimit(6000, 86_400.0)),
    "list_provisioning_logs": (RateLimit(5, 10.0),),
}


class Place:
    """One call's place among those of its operation.

    `wait` is how many seconds it waits before it may go.

    The service counts a call at some moment between its start and its answer. Until the answer has
    come, the place therefore counts as taken now, and from then on as taken at the moment of the
    answer: whatever the network does, the service never sees more calls within a window than the
    limit allows.
    """

    def __init__(self, start: float, wait: float) -> None:
        self.start = start
        self.wait = wait
        self.end: float | None = None
        self.has_waited = False

    def taken_at(self, now: float) -> float:
        """Return the latest moment at which the service may have counted the call, or will have."""
        return max(self.start, now) if self.end is None else self.end


class _Window:
    """The calls under one limit: those that are under way, and those that the service still
    counts.
    """

    def __init__(self, limit: RateLimit) -> None:
        self._calls = limit.calls
        self._seconds = limit.seconds + _MARGIN
        self.places: list[Place] = []

    def earliest(self, ahead: list[Place], now: float) -> float:
        """Return the first moment at which one more call may go, behind those that wait."""
        if len(ahead) >= self._calls:
            return ahead[-self._calls].taken_at(now) + self._seconds
        self.places = [place for place in self.places if place.taken_at(now) + self._seconds > now]
        taken = [place.taken_at(now) for place in (*self.places, *ahead)]
        return now if len(taken) < self._calls else nlargest(self._calls, taken)[-1] + self._seconds


class _Line:
    """The calls of one operation, in the order in which they asked."""

    def __init__(self, limits: tuple[RateLimit, ...]) -> None:
        self._windows = [_Window(limit) for limit in limits]
        self._waiting: list[Place] = []

    def reserve(self, now: float, patience: float | None) -> Place:
        start = max(
            self._earliest(self._waiting, now), self._waiting[-1].start if self._waiting else now
        )
        place = Place(start, start - now)
        if place.wait == 0:
            self._go(place)
        elif patience is None or place.wait <= patience:
            self._waiting.append(place)
        return place

    def _earliest(self, ahead: list[Place], now: float) -> float:
        return max(window.earliest(ahead, now) for window in self._windows)

    def _go(self, place: Place) -> None:
        for window in self._windows:
            window.places.append(place)

    def go_on(self, place: Place, now: float) -> None:
        at = self._waiting.index(place)
        place.start = self._earliest(self._waiting[:at], now)
        place.wait = max(0.0, place.start - now)
        if place.wait == 0:
            del self._waiting[at]
            self._go(place)

    def release(self, place: Place) -> None:
        for places in (self._waiting, *(window.places for window in self._windows)):
            if place in places:
                places.remove(place)

    def forget_calls(self, now: float) -> None:
        """Keep what the service has counted; the calls under way are another process's."""
        self._waiting.clear()
        for window in self._windows:
            for place in window.places:
                place.end = place.taken_at(now)


class RateLimiter:
    """The calls of one application to one server, whichever client, thread or task they come
    from.
    """

    def __init__(self, limits: dict[str, tuple[RateLimit, ...]] | None = None) -> None:
        known = KNOWN_LIMITS if limits is None else limits
        self._lines = {name: _Line(limits) for name, limits in known.items()}
        self._lock = Lock()
        renew_in_children(self)

    def renew(self) -> None:
        """Begin with a lock of its own, in a forked child, and with what the parent's calls have
        used up.
        """
        self._lock = Lock()
        for line in self._lines.values():
            line.forget_calls(time.monotonic())

    def reserve(self, name: str, now: float, patience: float | None) -> Place:
        """Take the next place for an operation; its `wait` is the seconds until it may go, as far
        as is known now.

        Where that is longer than `patience`, nothing is taken. A place that waits goes through
        `go_on` afterwards, and each place ends with `finish` or `release`.
        """
        line = self._lines.get(name)
        if line is None:
            return Place(now, 0.0)
        with self._lock:
            return line.reserve(now, patience)

    def go_on(self, name: str, place: Place, now: float) -> float:
        """Return the seconds that a place which has waited has to wait still, because calls
        ahead of it took long.
        """
        with self._lock:
            self._lines[name].go_on(place, now)
        return place.wait

    def finish(self, place: Place, now: float) -> None:
        """Note that the answer of a call has come, or that nobody waits for it any more."""
        place.end = now

    def release(self, name: str, place: Place) -> None:
        """Free the place of a call that did not reach the service after all."""
        line = self._lines.get(name)
        if line is not None:
            with self._lock:
                line.release(place)
