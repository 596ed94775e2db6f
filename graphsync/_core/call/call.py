"""One call on its way, from the first attempt to the last."""

from __future__ import annotations

from graphsync._core.call.deadline import Deadline
from graphsync._core.call.settings import CallSettings
from graphsync._core.request.prepared_request import PreparedRequest
from graphsync.errors import (
    ClientClosed,
    ConnectionFailed,
    GraphError,
    NotFound,
    Refused,
    ServiceError,
    SignInFailed,
    TimedOut,
)


class Call:
    """What the next attempt of a call depends on; its time begins to count now."""

    def __init__(
        self,
        request: PreparedRequest,
        settings: CallSettings,
        *,
        repeatable: bool,
        also: int | None,
    ) -> None:
        self.request = request
        self.settings = settings
        self.deadline = Deadline(settings.timeouts.total)
        self.repeatable = repeatable
        self.also = also
        self.is_renewed = False
        """Whether the token was exchanged for a better one.

        Once a call, however often it is tried.
        """
        self.is_sent = False
        self.lacks: str | None = None
        """What the token visibly lacks, so that waiting does not help."""
        self._attempts = 0
        self._may_have_worked = False

    def accepts(self, status: int) -> bool:
        """Return whether an answer is what the caller waits for."""
        return 200 <= status < 300 or status == self.also

    def pause(self, error: GraphError) -> float | None:
        """Count a failed attempt and return the seconds until the next.

        None where `error` is final.
        """
        self._attempts += 1
        self._may_have_worked = self._may_have_worked or _may_have_worked(error)
        return self.settings.retry.pause(
            error,
            attempt=self._attempts,
            repeatable=self.repeatable,
            elapsed=self.deadline.elapsed,
            consistency=0.0 if self.lacks else self.settings.consistency,
            left=self.deadline.left,
        )

    def is_done_by_a_lost_attempt(self, error: GraphError) -> bool:
        """Return whether what is to be deleted is gone because of an attempt whose answer never
        came.
        """
        return (
            self._may_have_worked
            and self.request.method == "DELETE"
            and isinstance(error, NotFound)
        )

    def check_time(self) -> None:
        """Raise `TimedOut` where waiting for a token, which cannot always be cut short, has
        taken all the time.
        """
        if self.deadline.left == 0:
            raise self.timed_out()

    def broken_off(self) -> ClientClosed:
        """Build the error for a call during which the client was closed."""
        done = "the service may have done it" if self.is_sent else "nothing was sent"
        return ClientClosed(
            f"{self.request.method} {self.request.path}: the client was closed during this call;"
            f" {done}"
        )

    def timed_out(self) -> TimedOut:
        """Build the error for a call whose time is up."""
        return TimedOut(
            f"{self.request.method} {self.request.path}: no answer within the {self.deadline.total}"
            " s that timeout= gives a call",
            sent=self.is_sent,
        )


def was_sent(error: GraphError) -> bool:
    """Return whether the service may have seen the request that ended in this error.

    An unreadable answer is one.
    """
    if isinstance(error, ConnectionFailed):
        return error.sent
    return not isinstance(error, (ClientClosed, Refused, SignInFailed))


def _may_have_worked(error: GraphError) -> bool:
    if isinstance(error, ConnectionFailed):
        return error.sent
    return isinstance(error, ServiceError) and (error.status >= 500 or error.status == 408)
