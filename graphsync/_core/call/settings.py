"""How calls are made: the settings that can differ from one call to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from graphsync.retry import RetryPolicy
from graphsync.timeouts import Timeouts
from graphsync_client.types import ABSENT, Value

if TYPE_CHECKING:
    from graphsync._core.call.read_only import ReadOnly


class CallSettings(Value, kw_only=True):
    """The timeouts, the retry policy and the consistency window of a client, or of a part of it."""

    timeouts: Timeouts = Timeouts()
    retry: RetryPolicy = RetryPolicy()
    consistency: float = 0.0
    read_only: ReadOnly | None = None
    """What may be sent; None where everything may."""

    def changed(
        self,
        *,
        timeout: float | Timeouts | None = ABSENT,
        retry: RetryPolicy = ABSENT,
        consistency: float = ABSENT,
    ) -> Self:
        """Return a copy with other values; those that are absent stay as they are.

        Raises TypeError for a value of another type.
        """
        settings = self
        if timeout is not ABSENT:
            settings = settings.evolve(timeouts=Timeouts.of(timeout))
        if retry is not ABSENT:
            check_kind("retry", retry, RetryPolicy)
            settings = settings.evolve(retry=retry)
        if consistency is not ABSENT:
            check_kind("consistency", consistency, float, int)
            settings = settings.evolve(consistency=consistency)
        return settings


def check_kind(name: str, value: object, *kinds: type) -> None:
    """Raise TypeError for an argument of another type.

    Passed on, it would fail far from here, or choose another cloud than was meant without a word.
    """
    if not isinstance(value, kinds):
        wanted = " or ".join(kind.__name__ for kind in kinds)
        raise TypeError(
            f"{name}= is a {type(value).__name__}; pass a {wanted}, or leave it out for the default"
        )
