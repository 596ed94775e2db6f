"""Many calls in few requests."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, cast, overload

from graphsync._async.batch.batch_delivery import BatchDelivery
from graphsync._async.batch.batch_item import BatchItem
from graphsync._core.batch.deferral import check_direct
from graphsync._core.batch.format import BatchRequest
from graphsync._core.call.settings import CallSettings
from graphsync._core.request.prepared_request import PreparedRequest
from graphsync_client.types import Operation

if TYPE_CHECKING:
    from graphsync._async.client import AsyncGraphClient
    from graphsync._async.transport.transport import Transport

T = TypeVar("T")
P = ParamSpec("P")


class Batch:
    """Collect operations and verbs, and send them 20 at a time.

    `add` takes an operation, or a verb with its arguments, uncalled: `batch.add(job.restart, Scope.WATERMARK)`. It returns an
    item that has the result, or the error, after `send()`. One failure does not stop the others, except those that
    were added with `.depends_on(item)`. Items that the service throttles are sent again by themselves, after the
    longest wait that it asks for.
    """

    def __init__(self, client: AsyncGraphClient, transport: Transport, settings: CallSettings) -> None:
        self._client = client
        self._transport = transport
        self._settings = settings
        self._items: dict[str, BatchItem[Any]] = {}
        self._is_sent = False

    @overload
    def add(self, call: Operation[T]) -> BatchItem[T]: ...

    @overload
    def add(self, call: Callable[P, Awaitable[T]], *args: P.args, **kwargs: P.kwargs) -> BatchItem[T]: ...

    def add(self, call: Any, *args: Any, **kwargs: Any) -> BatchItem[Any]:  # the overloads say what
        """Add a call as it is now: what is changed afterwards does not go along. Nothing is sent.

        A verb runs up to its request, and once more when the answer is there, to do with it what it always does. Raises
        `NotDeferrable` for a verb that is known to take more than one request, and `Refused` for another client's.
        """
        self._check_unsent()
        verb = None
        operation = cast("Operation[Any]", call)
        if not isinstance(call, Operation):
            verb = partial(call, *map(_kept, args), **{name: _kept(value) for name, value in kwargs.items()})
            operation = self._client.capture(verb)
        prepared = PreparedRequest.of(operation, self._client.endpoint)
        request = BatchRequest(
            id=str(len(self._items) + 1),
            operation=operation,
            request=prepared,
            path=self._client.endpoint.below(prepared.url),
        )
        item = BatchItem[Any](self, request, verb)
        self._items[request.id] = item
        return item

    async def send(self) -> list[BatchItem[Any]]:
        """Send everything, and return the items in the order in which they were added. One request for each 20 of them.

        Where one of these requests fails as a whole, its error is raised: the calls in it have the same error, those
        before keep their results, and those after are `Refused`, as they were not sent.
        """
        self._check_unsent()
        check_direct("send() of a batch")
        self._is_sent = True
        await BatchDelivery(self._transport, self._settings, self._items).send()
        return [*self._items.values()]

    def _check_unsent(self) -> None:
        if self._is_sent:
            raise RuntimeError("the batch was sent already; make another one with graph.batch()")

    def __len__(self) -> int:
        return len(self._items)

    def __repr__(self) -> str:
        return f"<Batch of {len(self)}{', sent' if self._is_sent else ''}>"


def _kept(argument: object) -> Any:  # of any verb
    """Read out a generator, which the first of the two runs of a verb would use up."""
    return [*cast("Iterator[object]", argument)] if isinstance(argument, Iterator) else argument
