"""How far an explanation has come."""

from __future__ import annotations

from attrs import frozen


@frozen
class ExplainProgress:
    """An explanation after one of its reads, as a progress callback gets it."""

    read: str
    """What was read, such as `the job`."""
    why_not: str | None
    """Why it could not be read, if it could not."""
    requests: int
    """How many requests were sent so far."""
    waited: float
    """Seconds since the explanation began."""
