# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/transport/transport.py
"""The one place that sends: token, pace, attempts, limits, and one line in the log for each
request.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

from graphsync._core.call.call import Call, was_sent
from graphsync._core.call.deadline import Deadline
from graphsync._core.call.forks import leave_behind, renew_in_children
from graphsync._core.call.rate_limiter import Place, RateLimiter
from graphsync._core.call.settings import CallSettings
from graphsync._core.request.endpoint import Endpoint
from graphsync._core.request.prepared_request import PreparedRequest
from graphsync._core.response.answer import Answer
from graphsync._core.response.history import History
from graphsync._core.response.redaction import Redaction
from graphsync._core.secrecy.hidden import Hidden
from graphsync._sync.native import PerLoop
from graphsync._sync.transport.bearer import Bearer
from graphsync._sync.transport.connection import Connection
from graphsync._sync.transport.connector import Connector
from graphsync.errors import ClientClosed, ConnectionFailed, GraphError
from graphsync_client.types import Operation

if TYPE_CHECKING:
    from graphsync._core.response.challenge import Challenge
    from graphsync._core.response.evidence import Evidence

T = TypeVar("T")
_SEVERAL_CAUSES = frozenset({401, 403, 404, 409})


class Transport:
    """The way to one server, with one identity.

    Threads, tasks and event loops may share it.
    """

    def __init__(
        self, endpoint: Endpoint, connector: Connector, bearer: Bearer, rate_limiter: RateLimiter
    ) -> None:
        self.endpoint = endpoint
        self.closed = False
        self.history = History()
        self._last_token: Hidden[str] | None = None
        self._connector = connector
        self._bearer = bearer
        self._rate_limiter = rate_limiter
        self._connections = PerLoop[Connection](connector.connect, Connection.close)
        renew_in_children(self)

    def renew(self) -> None:
        """Begin without connections and sign-ins, which belong to the parent of this process."""
        leave_behind(self._connections)
        self._connections = PerLoop[Connection](self._connector.connect, Connection.close)
        self._connector.renew()
        self._bearer.renew()
        self._last_token = None
        self.history = History()

    def send(self, operation: Operation[T], settings: CallSettings) -> T:
        """Send an operation, repeat it where that helps and is allowed, and return what its
        answer says.
        """
        request = PreparedRequest.of(operation, self.endpoint)
        answer = self.answer(request, settings, repeatable=operation.repeatable)
        return answer.read(operation)

    def answer(
        self,
        request: PreparedRequest,
        settings: CallSettings,
        *,
        repeatable: bool,
        also: int | None = None,
    ) -> Answer:
        """Send a request and return its successful answer.

        An error answer is raised, other than of the status `also`.
        """
        self._check_open()
        if settings.read_only is not None:
            settings.read_only.check(request)
        call = Call(request, settings, repeatable=repeatable, also=also)
        connection = self._connections.get()
        with connection.calls.within(call.deadline.left):
            while True:
                try:
                    return self._attempt(call, connection)
                except GraphError as error:
                    if self.closed and isinstance(error, ConnectionFailed):
                        break
                    if call.is_done_by_a_lost_attempt(error):
                        return Answer(status=204, headers={}, content=b"")
                    pause = call.pause(error)
                    if pause is None:
                        raise
                connection.calls.sleep(pause)
        raise self._interrupted(call)

    def _interrupted(self, call: Call) -> GraphError:
        return call.broken_off() if self.closed else call.timed_out()

    def _attempt(self, call: Call, connection: Connection) -> Answer:
        # Before a place among the service's limits is taken, which a sign-in that fails would
        # waste.
        token = self._token(call, connection)
        answer = self._exchange(connection, call, token)
        if answer.status == 401 and not call.is_renewed:
            from graphsync._core.response.challenge import Challenge

            challenge = Challenge.of(answer.headers.get("www-authenticate"))
            better = challenge and self._better(token, challenge, call, connection)
            if better:
                call.is_renewed = True
                token = better
                # The service refused before it did anything, so even what must not be sent twice
                # may go once more.
                answer = self._exchange(connection, call, token)
        if not call.accepts(answer.status):
            from graphsync._core.response.service_errors import service_error

            evidence = self.evidence(call.request, answer.status)
            if evidence is not None and answer.status in {401, 403}:
                call.lacks = evidence.granted.lacking
            raise service_error(answer, call.request.method, call.request.path, evidence=evidence)
        self.history.note(call.request.method, call.request.path, answer.content)
        return answer

    def evidence(self, request: PreparedRequest, status: int) -> Evidence | None:
        """Collect what the token and this client's earlier calls show about a failed call.

        None where the status alone decides: a call that is throttled is repeated, often.
        """
        if status not in _SEVERAL_CAUSES:
            return None
        from graphsync._core.response.evidence import Evidence

        return Evidence.of(self.history, self._last_token, request.method, request.path)

    def _token(self, call: Call, connection: Connection) -> Hidden[str]:
        try:
            return self._bearer.token(connection.calls.alone(call.deadline.left))
        except TimeoutError:
            raise call.timed_out() from None

    def _better(
        self, rejected: Hidden[str], challenge: Challenge, call: Call, connection: Connection
    ) -> Hidden[str] | None:
        try:
            return self._bearer.better(
                rejected, challenge, connection.calls.alone(call.deadline.left)
            )
        except TimeoutError:
            raise call.timed_out() from None

    def _exchange(self, connection: Connection, call: Call, token: Hidden[str]) -> Answer:
        name = call.request.name
        place = self.reserve_now(name)
        if place is None:
            place = self.wait_for_rate_limit(name, call.deadline)
        try:
            if place.has_waited:
                token = self._token(call, connection)  # uploads may wait for hours, tokens last one
            self._check_open()
            call.check_time()
            redaction = Redaction.of(
                call.request.json, token, hides_content=call.request.reads_secrets
            )
            call.is_sent = True
            self._last_token = token
            answer = connection.exchange(
                call.request, token, call.settings.timeouts, call.deadline, redaction
            )
        except GraphError as error:
            if was_sent(error):
                self.finish(place)
            else:
                self.release(name, place)
            raise
        except BaseException:
            self.finish(place)
            raise
        self.finish(place)
        return answer

    def wait_for_rate_limit(self, name: str, deadline: Deadline) -> Place:
        """Wait until an operation may go by the service's known limits, and return its place.

        Raises `RateLimitExceeded` where the time budget does not hold the wait; then, as where the
        wait is cancelled, no place is taken.
        """
        place = self._rate_limiter.reserve(name, time.monotonic(), deadline.left)
        deadline.check_rate_limit(name, place.wait)
        place.has_waited = place.wait > 0
        try:
            while place.wait:
                self.pause(place.wait)
                deadline.check_rate_limit(
                    name, self._rate_limiter.go_on(name, place, time.monotonic())
                )
        except BaseException:
            self.release(name, place)
            raise
        return place

    def pause(self, seconds: float) -> None:
        """Wait; raises `ClientClosed` when the client is closed."""
        (self._connections.get()).calls.sleep(seconds)

    def reserve_now(self, name: str) -> Place | None:
        """Take a place for an operation that may go at once and return it.

        None for one that has to wait.
        """
        place = self._rate_limiter.reserve(name, time.monotonic(), 0.0)
        return None if place.wait else place

    def finish(self, place: Place) -> None:
        """Note that a call is over, which the service has counted at some moment until now."""
        self._rate_limiter.finish(place, time.monotonic())

    def release(self, name: str, place: Place) -> None:
        """Free the place of a call that did not reach the service."""
        self._rate_limiter.release(name, place)

    def _check_open(self) -> None:
        if self.closed:
            raise ClientClosed(
                "the client is closed; create another one, or keep it open while you use its"
                " objects"
            )

    def close(self) -> None:
        """Close connections and what else belongs to the client; a second time does nothing."""
        self.closed = True
        self._last_token = None
        self._connections.close()
        self._connector.close()
        self._bearer.close()
