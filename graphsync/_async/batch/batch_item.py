"""One call of a batch."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, cast

from graphsync._async.native import run_deferred
from graphsync._core.batch.deferral import Replay
from graphsync._core.batch.format import BatchRequest
from graphsync._core.response.answer import Answer
from graphsync._core.response.service_errors import service_error

T = TypeVar("T")


class BatchItem(Generic[T]):
    """Stand for the outcome of one call, which is there once the batch was sent."""

    def __init__(self, batch: object, request: BatchRequest, verb: Callable[[], Any] | None) -> None:
        self._batch = batch
        self.request = request
        self._verb = verb
        self._result: T | None = None
        self.error: Exception | None = None
        self.is_done = False

    def depends_on(self, other: BatchItem[Any]) -> Self:
        """Let this call go only when another one of the same batch, added before it, has succeeded."""
        if not other.comes_before(self):
            raise ValueError("a call can depend only on one that was added to the same batch before it")
        self.request.depends_on = other.request.id
        return self

    def comes_before(self, other: BatchItem[Any]) -> bool:
        """Tell whether this item was added to the same batch earlier."""
        return self._batch is other._batch and int(self.request.id) < int(other.request.id)

    @property
    def result(self) -> T:
        """Return what the call returns; raises its error where it failed, and RuntimeError before the batch was sent."""
        if not self.is_done:
            raise RuntimeError(f"{self.request.operation.name} was not sent yet; `await batch.send()` does")
        if self.error is not None:
            raise self.error
        return cast("T", self._result)  # None is a result where T says so

    def settle(self, answer: Answer) -> None:
        """Take the answer: a result, or an error."""
        self.is_done, self.error = True, None
        request, operation = self.request.request, self.request.operation
        try:
            if not 200 <= answer.status < 300:
                raise service_error(answer, request.method, request.path)
            result = answer.read(operation)
            # The verb runs again, and gets the answer where it would send: so it does with it what it always does.
            self._result = (
                result if self._verb is None else run_deferred(self._verb, Replay(self.request.operation, result))
            )
        except Exception as error:  # noqa: BLE001  # whatever it is, the answers of the other calls must not be lost
            self.error = error

    def fail(self, error: Exception) -> None:
        """Take the error of the batch itself."""
        self.is_done = True
        self.error = error

    def __repr__(self) -> str:
        state = "not sent" if not self.is_done else "done" if self.error is None else type(self.error).__name__
        return f"<BatchItem {self.request.id} {self.request.operation.name}: {state}>"
