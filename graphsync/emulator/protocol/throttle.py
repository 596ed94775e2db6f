"""Rate limits: the ones that are documented for these operations, and Graph's bucket for
directory requests.
"""

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.errors import throttled
from graphsync.emulator.protocol.routing import Operation
from graphsync.emulator.switches import Switches

_DIRECTORY_UNITS = 3_500
_DIRECTORY_WINDOW = 10.0
_WRITES = 3_000
_WRITE_WINDOW = 150.0
_DAY = 86_400.0
_SMALL_PAGES = frozenset(map(str, range(20)))
_WARNING = 0.8  # of a limit, from which on answers say how much of it is spent


@dataclass(slots=True)
class _Window:
    """What was spent within a sliding window."""

    seconds: float
    limit: int
    spent: deque[tuple[float, int]] = field(default_factory=deque[tuple[float, int]])
    total: int = 0

    def spend(self, now: float, cost: int) -> float:
        """Spend and return 0, or return the seconds until it would fit."""
        while self.spent and self.spent[0][0] <= now - self.seconds:
            self.total -= self.spent.popleft()[1]
        if self.total + cost > self.limit:
            return max(0.001, self.spent[0][0] + self.seconds - now) if self.spent else self.seconds
        self.spent.append((now, cost))
        self.total += cost
        return 0.0


class Throttle:
    """Counts requests per limit and refuses those that are too many, with the headers that the
    service sends.
    """

    def __init__(self, switches: Switches, window: Callable[[], float], tenant_id: str) -> None:
        self._switches = switches
        self._now = window
        self._tenant_id = tenant_id
        self._windows: dict[tuple[str, str], _Window] = {}

    def snapshot(self) -> Callable[[], None]:
        """Keep what was spent of each limit; return what brings it back."""
        kept = {key: replace(item, spent=item.spent.copy()) for key, item in self._windows.items()}

        def bring_back() -> None:
            self._windows = {
                key: replace(item, spent=item.spent.copy()) for key, item in kept.items()
            }

        return bring_back

    def check(self, operation: Operation, call: Call) -> dict[str, str]:
        """Count a request and return the headers that report it.

        Raise the 429 when it is one too many.
        """
        if not self._switches.throttling:
            return {}
        tail = operation.template.rpartition("/")[2]
        app = call.identity.app_id
        if tail == "provisionOnDemand":
            self._spend("on demand", "", 5, 10.0)
        elif tail == "bulkUpload" and operation.method == "POST":
            self._spend(
                "bulk upload",
                "",
                40,
                5.0 if self._switches.bulk_upload_limit == "40 in 5 s" else 1.0,
            )
            self._spend("bulk upload a day", "", 6_000, _DAY)
        elif operation.template == "auditLogs/provisioning":
            self._spend("logs", app, 5, 10.0)
        elif self._switches.directory_limit:
            cost = _cost(call)
            if operation.writes:
                self._spend("Write", app, _WRITES, _WRITE_WINDOW)
            share = self._spend("ReadWrite", app, _DIRECTORY_UNITS, _DIRECTORY_WINDOW, cost)
            shown = {"x-ms-resource-unit": str(cost)}
            return (
                shown
                if share < _WARNING
                else {**shown, "x-ms-throttle-limit-percentage": f"{share:.1f}"}
            )
        return {}

    def _spend(self, name: str, app: str, limit: int, seconds: float, cost: int = 1) -> float:
        """Spend from a window and return how much of it is spent.

        Raise the 429 when it does not suffice.
        """
        window = self._windows.setdefault((name, app), _Window(seconds, limit))
        window.seconds, window.limit = seconds, limit
        wait = window.spend(self._now(), cost)
        if wait:
            kind = "WriteLimitExceeded" if name == "Write" else "ResourceUnitLimitExceeded"
            raise throttled(
                str(math.ceil(wait)),
                {
                    "x-ms-throttle-limit-percentage": f"{1 + cost / limit:.1f}",
                    "x-ms-throttle-scope": (
                        f"Tenant_Application/{name.replace(' ', '')}"
                        f"/{app or 'any'}/{self._tenant_id}"
                    ),
                    "x-ms-throttle-information": kind,
                },
            )
        return window.total / limit


def _cost(call: Call) -> int:
    top = call.query.get("$top", "")
    cost = 1 - ("$select" in call.query) + ("$expand" in call.query) - (top in _SMALL_PAGES)
    return max(1, cost)
