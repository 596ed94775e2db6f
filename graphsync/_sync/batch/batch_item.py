# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/batch/batch_item.py
"""One call of a batch."""

from __future__ import annotations

from typing import Any, Generic, Self, TypeVar, cast

from graphsync._core.batch.format import BatchRequest
from graphsync._core.batch.outcome import Outcome

T = TypeVar("T")


class BatchItem(Generic[T]):
    """The outcome of one call, which is there once the batch was sent."""

    def __init__(self, mark: object, outcome: Outcome) -> None:
        self._mark = mark
        self._outcome = outcome

    def depends_on(self, other: BatchItem[Any]) -> Self:
        """Let this call go only when another one of the same batch, added before it, has
        succeeded.
        """
        number, before = int(self.request.id), int(other.request.id)
        if other._mark is not self._mark or before >= number:
            raise ValueError(
                "a call can depend only on one that was added to the same batch before it"
            )
        self.request.depends_on = other.request.id
        return self

    @property
    def request(self) -> BatchRequest:
        """What the call sends."""
        return self._outcome.request

    @property
    def result(self) -> T:
        """What the call returns.

        Raises the call's error where it failed, and RuntimeError before the batch was sent.
        """
        if not self.is_done:
            raise RuntimeError(
                f"{self.request.operation.name} has not been sent yet; `batch.send()` sends it"
            )
        if self.error is not None:
            raise self.error
        return cast("T", self._outcome.result)  # None is a result where T says so

    @property
    def error(self) -> Exception | None:
        """Why the call failed; None where it succeeded or was not sent yet."""
        return self._outcome.error

    @property
    def next_link(self) -> str | None:
        """Where the result goes on, when it is the first of several pages.

        `resume(link)` reads on.
        """
        return self._outcome.next_link

    @property
    def is_done(self) -> bool:
        """Whether there is a result or an error."""
        return self._outcome.is_done

    def __repr__(self) -> str:
        state = "not sent" if not self.is_done else "done"
        if self.error is not None:
            state = type(self.error).__name__
        return f"<BatchItem {self.request.id} {self.request.operation.name}: {state}>"
