"""Verbs that are asked what they would send, and later given the answer, instead of sending."""

from __future__ import annotations

from contextvars import ContextVar
from typing import Any

from graphsync.errors import NotDeferrable
from graphsync_client.types import Operation


class Captured(BaseException):
    """Carry an operation out of the verb that was about to send it; no `except Exception` may catch it."""

    def __init__(self, operation: Operation[Any], sender: object) -> None:
        super().__init__(operation.name)
        self.operation = operation
        self.sender = sender


class Capture:
    """Stand in for the transport, and stop a verb where it would send."""

    def send(self, operation: Operation[Any], sender: object) -> Any:  # never comes to an answer
        """Take the place of sending."""
        raise Captured(operation, sender)


class Replay:
    """Stand in for the transport in the second run of a verb, and hand it the answer that came for the operation."""

    def __init__(self, operation: Operation[Any], answer: Any) -> None:  # what the operation's own type says
        self._operation = operation
        self._answers = [answer]

    def send(self, operation: Operation[Any], sender: object) -> Any:  # noqa: ARG002  # the first run's was checked
        """Take the place of sending."""
        if not self._answers:
            raise _not_deferrable(operation.name)
        if operation != self._operation:
            raise RuntimeError(
                f"{operation.name}: what it is about was changed after add(); the service has done it as it was then, and "
                "the change was not sent. Call get() to see what the service has"
            )
        return self._answers.pop()


def check_direct(verb: str) -> None:
    """Raise `NotDeferrable` inside a batch or a dry run, for a verb that is known to take more than one request."""
    if deferral.get() is not None:
        raise _not_deferrable(verb)


def _not_deferrable(verb: str) -> NotDeferrable:
    return NotDeferrable(
        f"{verb}: this verb sends more than one request, so it can be neither batched nor dry-run as "
        "a whole; call it directly, or batch its operations"
    )


deferral: ContextVar[Capture | Replay | None] = ContextVar("graphsync_deferral", default=None)
