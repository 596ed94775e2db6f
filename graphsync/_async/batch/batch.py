"""Many calls in few requests."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, ParamSpec, TypeVar, overload

from graphsync._async.batch.batch_delivery import BatchDelivery
from graphsync._async.batch.batch_item import BatchItem
from graphsync._async.navigation.session import Session
from graphsync._async.navigation.verb import direct, request_of
from graphsync._core.batch.format import BatchRequest
from graphsync._core.batch.outcome import Outcome
from graphsync._core.request.prepared_request import PreparedRequest
from graphsync._core.secrecy.hidden import Hidden
from graphsync.errors import NotDeferrable
from graphsync_client.types import Operation

T = TypeVar("T")
P = ParamSpec("P")


class Batch:
    """Operations and verbs that are collected, and sent 20 at a time.

    `add` takes an operation, or a verb with its arguments, uncalled:
    `batch.add(job.restart, Scope.WATERMARK)`. It returns an item that has the result, or the error,
    after `send()`. One failure does not stop the others, except those that were added with
    `.depends_on(item)`. Calls that the service throttles are sent again, after the longest wait
    that it asks for.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._items: list[BatchItem[Any]] = []
        self._outcomes: dict[str, Outcome] = {}
        # What items know their batch by: a reference to the batch itself would be a cycle, and a
        # sweep of thousands of batches would leave them to the garbage collector.
        self._mark = object()
        self._is_sent = False

    @overload
    def add(self, call: Operation[T]) -> BatchItem[T]: ...

    @overload
    def add(
        self, call: Callable[P, Awaitable[T]], *args: P.args, **kwargs: P.kwargs
    ) -> BatchItem[T]: ...

    def add(self, call: Any, *args: Any, **kwargs: Any) -> BatchItem[Any]:  # the overloads say what
        """Add a call as it is now: what is changed afterwards does not go along. Nothing is sent.

        Raises `NotDeferrable` for a verb that takes more than one request or exists in beta alone,
        `Refused` for one of another client, and TypeError for a function that is not a verb; none
        of them is run.
        """
        hidden = Hidden((args, kwargs))
        del args, kwargs  # a traceback that shows local variables must not have them
        self._check_unsent()
        request = request_of(self._session, call, hidden)
        endpoint = self._session.endpoint
        if request.operation.beta and endpoint != endpoint.beta:
            raise NotDeferrable(
                f"{request.operation.name} exists only in beta, and a batch goes to one version,"
                f" {endpoint.url}; call it directly"
            )
        prepared = PreparedRequest.of(request.operation, endpoint)
        batched = BatchRequest(
            id=str(len(self._items) + 1),
            operation=request.operation,
            request=prepared,
            path=endpoint.below(prepared.url),
        )
        outcome = self._outcomes[batched.id] = Outcome(batched, request.finish)
        item = BatchItem[Any](self._mark, outcome)
        self._items.append(item)
        return item

    @direct
    async def send(self) -> list[BatchItem[Any]]:
        """Send everything, and return the items in the order in which they were added.

        One request for each 20 of them. Where one of these requests fails as a whole, its error is
        raised: the calls in it have the same error, those before keep their results, and those
        after are `Refused`, as they were not sent.
        """
        self._check_unsent()
        self._is_sent = True
        await BatchDelivery(self._session, self._outcomes).send()
        return list(self._items)

    def _check_unsent(self) -> None:
        if self._is_sent:
            raise RuntimeError(
                "the batch has already been sent; create another one with graph.batch()"
            )

    def __len__(self) -> int:
        return len(self._items)

    def __repr__(self) -> str:
        return f"<Batch of {len(self)}{', sent' if self._is_sent else ''}>"
