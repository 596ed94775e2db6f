"""When a failed call is tried again, and after how long."""

from __future__ import annotations

from graphsync.errors import (
    ConnectionFailed,
    GraphError,
    ServiceError,
    Throttled,
    UntrustedCertificate,
)
from graphsync_client.types import Value

_LONGEST = 86_400.0
_TRANSIENT = frozenset({408, 500, 502, 503, 504})
# What this API answers for a while after something was created, although all is well.
_NOT_VISIBLE_YET = frozenset({401, 403, 404, 409})


class RetryPolicy(Value, kw_only=True):
    """When a failed call is tried again; `RetryPolicy(attempts=1)` never does.

    A 429 is repeated for every call, because the service has done nothing yet, and so is a
    connection that was never made. Other transient failures (408, 500, 502, 503, 504, a
    connection that broke) are repeated only for operations that may be sent twice; provisioning on
    demand and uploads are not among them. `Retry-After` is obeyed to the letter; else the pause
    doubles from `wait_initial` up to `wait_max`, of which the share `jitter` is random. A pause
    that the call's time budget does not hold is not begun: the error is raised at once. The same
    goes for a pause of more than a day, also without a time budget.
    """

    attempts: int = 5
    wait_initial: float = 0.5
    wait_max: float = 30.0
    jitter: float = 0.5

    def _check(self) -> None:
        for name, least in (("attempts", 1), ("wait_initial", 0), ("wait_max", 0), ("jitter", 0)):
            value: float = getattr(self, name)
            if not value >= least:  # NaN is not either
                raise ValueError(f"{name}={value!r}: it must be at least {least}")

    def pause(
        self,
        error: GraphError,
        *,
        attempt: int,
        repeatable: bool,
        elapsed: float = 0.0,
        consistency: float = 0.0,
        left: float | None = None,
    ) -> float | None:
        """Return the seconds to wait before the next attempt, or None where `error` is final.

        `attempt` counts from 1; `elapsed` and `left` are seconds of the call's time budget;
        `consistency` is the window in which 401, 403, 404 and 409 mean "not visible yet".
        """
        waits_for_consistency = (
            elapsed < consistency
            and isinstance(error, ServiceError)
            and error.status in _NOT_VISIBLE_YET
        )
        if not waits_for_consistency and (
            attempt >= self.attempts or not _may_repeat(error, repeatable)
        ):
            return None
        asked = error.retry_after if isinstance(error, ServiceError) else None
        seconds = self._backoff(attempt) if asked is None else asked
        if waits_for_consistency and asked is None:
            seconds = min(seconds, consistency - elapsed)  # the last look is when the window closes
        return None if seconds > _LONGEST or (left is not None and seconds >= left) else seconds

    def _backoff(self, attempt: int) -> float:
        ceiling = min(self.wait_max, self.wait_initial * 2.0 ** min(attempt - 1, 60))
        import random

        # spreads load, guards nothing
        return ceiling * (1 - min(1.0, self.jitter) * random.random())  # noqa: S311


def _may_repeat(error: GraphError, repeatable: bool) -> bool:
    if isinstance(error, Throttled):
        return True
    if isinstance(error, UntrustedCertificate):
        return False
    if isinstance(error, ConnectionFailed):
        return repeatable or not error.sent
    return repeatable and isinstance(error, ServiceError) and error.status in _TRANSIENT
