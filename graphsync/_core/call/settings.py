"""How calls are made: the settings that can differ from one call to the next."""

from __future__ import annotations

from attrs import field, frozen

from graphsync.retry import RetryPolicy
from graphsync.timeouts import Timeouts


@frozen(kw_only=True, eq=False)
class CallSettings:
    """Keep the timeouts, the retry policy and the consistency window of a client, or of a part of it."""

    timeouts: Timeouts = field(factory=Timeouts)
    retry: RetryPolicy = field(factory=RetryPolicy)
    consistency: float = 0.0
