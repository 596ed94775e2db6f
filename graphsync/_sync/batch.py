# Derived from graphsync/_async/batch.py by `python -m generator.unasync`: edit that file, not this one.
"""Many calls in few requests."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, cast, overload

from graphsync._core.answer import Answer
from graphsync._core.batching import BatchRequest, answers, chunks, failed_dependency
from graphsync._core.calling import Calling
from graphsync._core.deadline import Deadline
from graphsync._core.operations import send_batch
from graphsync._core.prepared import PreparedRequest
from graphsync._core.shapes import json_or_none
from graphsync._sync.batch_item import BatchItem
from graphsync._sync.native import sleep
from graphsync.errors import FailedDependency, Throttled, UnreadableAnswer
from graphsync_client.types import Operation

if TYPE_CHECKING:
    from graphsync._sync.client import GraphClient
    from graphsync._sync.transport import Transport

T = TypeVar("T")
P = ParamSpec("P")


class Batch:
    """Collect operations and verbs, and send them 20 at a time.

    `add` takes an operation, or a verb with its arguments, uncalled: `batch.add(job.restart, Scope.WATERMARK)`. It returns an
    item that has the result, or the error, after `send()`. One failure does not stop the others, except those that
    were added with `.depends_on(item)`. Items that the service throttles are sent again by themselves, after the
    longest wait that it asks for.
    """

    def __init__(self, client: GraphClient, transport: Transport, calling: Calling) -> None:
        self._client = client
        self._transport = transport
        self._calling = calling
        self._items: dict[str, BatchItem[Any]] = {}
        self._is_sent = False

    @overload
    def add(self, call: Operation[T]) -> BatchItem[T]: ...

    @overload
    def add(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> BatchItem[T]: ...

    def add(self, call: Any, *args: Any, **kwargs: Any) -> BatchItem[Any]:  # the overloads say what
        """Add a call; nothing is sent. Raises `NotDeferrable` for a verb that takes more than one request, at `send()`."""
        self._check_unsent()
        verb = None if isinstance(call, Operation) else partial(call, *args, **kwargs)
        operation = cast("Operation[Any]", call) if verb is None else self._client.capture(verb)
        request = BatchRequest(
            id=str(len(self._items) + 1),
            operation=operation,
            request=PreparedRequest.of(operation, self._client.root),
        )
        item = BatchItem[Any](self, request, verb)
        self._items[request.id] = item
        return item

    def send(self) -> list[BatchItem[Any]]:
        """Send everything, and return the items in the order in which they were added. One request for each 20 of them."""
        self._check_unsent()
        self._is_sent = True
        deadline = Deadline.after(self._calling.timeouts.total)
        for group in chunks([item.request for item in self._items.values()]):
            self._send_group(group, deadline)
        return [*self._items.values()]

    def _send_group(self, group: list[BatchRequest], deadline: Deadline) -> None:
        waiting, attempt = self._ready(group), 0
        while waiting:
            attempt += 1
            for request in waiting:
                self._transport.keep_pace(request.operation.name, deadline)
            found = self._exchange(waiting)
            again: dict[str, BatchRequest] = {}
            throttled: list[Throttled] = []
            for request in waiting:
                error = self._settle(request, found.get(request.id))
                if isinstance(error, Throttled):
                    throttled.append(error)
                # A 424 that is only there because what it depends on was throttled means no failure either.
                if isinstance(error, Throttled) or (
                    isinstance(error, FailedDependency) and request.depends_on in again
                ):
                    again[request.id] = request
            pause = self._pause(throttled, attempt, deadline)
            if pause is None:
                return
            sleep(pause)
            waiting = [*again.values()]

    def _ready(self, group: list[BatchRequest]) -> list[BatchRequest]:
        """Return what may go; what depends on a failure of an earlier group fails as the service would have it."""
        ready: dict[str, BatchRequest] = {}
        for request in group:
            before = None if request.depends_on is None else self._items[request.depends_on]
            if before is None or before.request.id in ready or (before.is_done and before.error is None):
                ready[request.id] = request
            else:
                self._items[request.id].settle(failed_dependency(request))
        return [*ready.values()]

    def _settle(self, request: BatchRequest, answer: Answer | None) -> Exception | None:
        item = self._items[request.id]
        if answer is None:
            item.fail(UnreadableAnswer("the batch's answer lacks this call", status=200, headers={}, body=""))
        else:
            item.settle(answer)
        return item.error

    def _pause(self, throttled: list[Throttled], attempt: int, deadline: Deadline) -> float | None:
        """Return the longest wait that is asked for; None where nothing was throttled, or waiting is over."""
        retry = self._calling.retry
        pauses = [retry.pause(error, attempt=attempt, repeatable=False, left=deadline.left) for error in throttled]
        known = [pause for pause in pauses if pause is not None]
        return max(known) if known and len(known) == len(pauses) else None

    def _exchange(self, group: list[BatchRequest]) -> dict[str, Answer]:
        ids = {request.id for request in group}
        root = self._client.root
        items = [request.write(root.below(request.request.url), ids) for request in group]
        repeatable = all(request.operation.repeatable for request in group)
        try:
            body = self._client.send(send_batch(items, repeatable=repeatable))
        except FailedDependency as error:
            # An envelope of 424 is described for batches with a throttled item; the answers are in its body.
            found = answers(json_or_none(error.body), group)
            if not found:
                raise
            return found
        return answers(body, group)

    def _check_unsent(self) -> None:
        if self._is_sent:
            raise RuntimeError("the batch was sent already; make another one with graph.batch()")

    def __len__(self) -> int:
        return len(self._items)

    def __repr__(self) -> str:
        return f"<Batch of {len(self)}{', sent' if self._is_sent else ''}>"
