"""Verbs that are asked what they would send, and later given the answer, instead of sending."""

from __future__ import annotations

from contextvars import ContextVar
from typing import Any

from attrs import define, field

from graphsync.errors import NotDeferrable
from graphsync_client.types import Operation


class Captured(BaseException):
    """Carry an operation out of the verb that was about to send it; no `except Exception` may catch it."""

    def __init__(self, operation: Operation[Any]) -> None:
        super().__init__(operation.name)
        self.operation = operation


@define
class Deferral:
    """Stand in for the transport during one run of a verb: capture its request, or hand it the answer."""

    answers: list[Any] = field(factory=list[Any])  # what the operation's own type says
    captures: bool = True

    @classmethod
    def replaying(cls, answer: Any) -> Deferral:  # the answer of whatever operation was captured
        """Prepare the second run, which sees the answer that came."""
        return cls([answer], captures=False)

    def send(self, operation: Operation[Any]) -> Any:  # as above
        """Take the place of sending."""
        if self.captures:
            raise Captured(operation)
        if not self.answers:
            raise NotDeferrable(
                f"{operation.name}: this verb sends more than one request, so it can be neither batched nor dry-run as "
                "a whole; call it directly, or batch its operations"
            )
        return self.answers.pop()


deferral: ContextVar[Deferral | None] = ContextVar("graphsync_deferral", default=None)
