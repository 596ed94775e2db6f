"""The one place that sends: token, pace, attempts, limits, and one line in the log for each request."""

from __future__ import annotations

import time
from typing import TypeVar

from graphsync._async.bearer import Bearer
from graphsync._async.connection import Connection
from graphsync._async.native import PerLoop, sleep, within
from graphsync._async.wire import Wire
from graphsync._core.answer import Answer
from graphsync._core.calling import Calling
from graphsync._core.deadline import Deadline
from graphsync._core.deferral import deferral
from graphsync._core.pace import Pace
from graphsync._core.prepared import PreparedRequest
from graphsync._core.redaction import Redaction
from graphsync._core.root import Root
from graphsync.errors import ClientClosed, GraphError, TimedOut
from graphsync_client.types import Operation

T = TypeVar("T")


class Transport:
    """Send operations to one server with one identity; threads, tasks and event loops may share it."""

    def __init__(self, root: Root, wire: Wire, bearer: Bearer) -> None:
        self.root = root
        self.closed = False
        self._wire = wire
        self._bearer = bearer
        self._pace = Pace()
        self._connections = PerLoop[Connection](wire.connect, Connection.close)

    async def send(self, operation: Operation[T], calling: Calling) -> T:
        """Send an operation, repeat it where that helps and is allowed, and return what its answer says."""
        stand_in = deferral.get()
        if stand_in is not None:
            result: T = stand_in.send(operation)
            return result
        request = PreparedRequest.of(operation, self.root)
        answer = await self.answer(operation, request, calling)
        return answer.read(operation)

    async def answer(self, operation: Operation[T], request: PreparedRequest, calling: Calling) -> Answer:
        """Send a request and return its successful answer; an error answer is raised."""
        self._check_open()
        deadline = Deadline.after(calling.timeouts.total)
        attempts = 0

        def pause(error: Exception) -> bool | float:
            nonlocal attempts
            attempts += 1
            if not isinstance(error, GraphError):
                return False
            seconds = calling.retry.pause(
                error,
                attempt=attempts,
                repeatable=operation.repeatable,
                elapsed=deadline.elapsed,
                consistency=calling.consistency,
                left=deadline.left,
            )
            return False if seconds is None else seconds

        with within(deadline.left):
            try:
                return await self._attempt(operation.name, request, calling, deadline)
            except GraphError as error:
                failed = [error]
            # From here on it costs, so most calls never get here and most programs never import it.
            from stamina import retry_context

            async for attempt in retry_context(pause, attempts=None, timeout=None):
                with attempt:
                    if failed:
                        raise failed.pop()
                    return await self._attempt(operation.name, request, calling, deadline)
        raise TimedOut(
            f"{request.method} {operation.path}: no answer within the {calling.timeouts.total} s that timeout= gives a call",
            sent=True,
        )

    async def _attempt(self, name: str, request: PreparedRequest, calling: Calling, deadline: Deadline) -> Answer:
        await self.keep_pace(name, deadline)
        connection = await self._connections.get()
        token = await self._bearer.token(connection.lock)
        answer = await self._exchange(connection, request, token, calling, deadline)
        if answer.status == 401:
            from graphsync._core.challenge import Challenge

            challenge = Challenge.of(answer.headers.get("www-authenticate"))
            better = challenge and await self._bearer.better(token, challenge, connection.lock)
            if better:
                # The service refused before it did anything, so even what must not be sent twice may go once more.
                answer = await self._exchange(connection, request, better, calling, deadline)
        if not 200 <= answer.status < 300:
            from graphsync._core.fault import fault

            raise fault(answer, request.method, self.root.path_of(request.url))
        return answer

    async def _exchange(
        self, connection: Connection, request: PreparedRequest, token: str, calling: Calling, deadline: Deadline
    ) -> Answer:
        self._check_open()
        redaction = Redaction.of(request.json, token)
        return await connection.exchange(request, token, calling.timeouts, deadline, redaction)

    async def keep_pace(self, name: str, deadline: Deadline) -> None:
        """Wait until an operation may go by the service's known limits; raises `PaceExceeded` where time does not hold it."""
        seconds = self._pace.reserve(name, time.monotonic(), deadline.left)
        if seconds:
            deadline.check_pace(name, seconds)
            await sleep(seconds)

    def _check_open(self) -> None:
        if self.closed:
            raise ClientClosed(
                "the client is closed; make another one, or keep it open as long as its objects are used"
            )

    async def close(self) -> None:
        """Close connections and what else belongs to the client; a second time does nothing."""
        self.closed = True
        await self._connections.close()
        await self._wire.close()
        await self._bearer.close()
