"""How long a call may take."""

from __future__ import annotations

from graphsync_client.types import Value

_LONGEST = 100_000_000.0  # three years; the system refuses what is much longer


class Timeouts(Value, kw_only=True):
    """Limits of a call, in seconds; None means no limit.

    `connect`, `write`, `read` and `pool` (waiting for a free connection) limit one phase of one
    attempt. `total` limits the call as a whole: waiting for a token or for the service's limits,
    every attempt, and every pause between them.

    Both clients end a call when `total` is over, however the server spends it: each wait for the
    network is as long as the call has left, at most. What the synchronous client cannot end is a
    credential that is being asked and the system's resolution of a host name; it notices the time
    when they return. A listing makes one call a page.
    """

    connect: float | None = 15.0
    write: float | None = 60.0
    read: float | None = 60.0
    pool: float | None = 60.0
    total: float | None = 180.0

    @classmethod
    def of(cls, value: float | Timeouts | None) -> Timeouts:
        """Read what `timeout=` accepts: seconds for the whole call, a `Timeouts`, or None for no
        limit at all.
        """
        if isinstance(value, Timeouts):
            return value
        if value is None:
            return cls(connect=None, write=None, read=None, pool=None, total=None)
        if not 0 < value <= _LONGEST:  # neither is NaN
            raise ValueError(
                f"timeout is {value!r}; it must be more than 0 seconds and at most {_LONGEST:,.0f},"
                " or None for no limit"
            )
        return cls(connect=min(15.0, value), write=value, read=value, pool=value, total=value)
