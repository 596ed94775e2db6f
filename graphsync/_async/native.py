"""What differs between the twins by nature.

Its namesake in the other package has the same names, written by hand.
"""

from __future__ import annotations

from collections.abc import (
    AsyncGenerator,
    AsyncIterable,
    AsyncIterator,
    Awaitable,
    Callable,
    Generator,
    Iterable,
    Sequence,
)
from contextlib import (
    AbstractAsyncContextManager,
    aclosing,
    asynccontextmanager,
    contextmanager,
    nullcontext,
)
from inspect import isawaitable, iscoroutinefunction
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeAlias, TypeVar

import anyio
from anyio.lowlevel import RunVar, checkpoint

from graphsync.errors import ClientClosed
from graphsync_client.types import Value

if TYPE_CHECKING:
    from anyio.abc import TaskGroup
    from anyio.streams.memory import MemoryObjectSendStream
    from azure.core.credentials import TokenCredential
    from azure.core.credentials_async import AsyncTokenCredential

    from graphsync.auth import Flow

    Credential: TypeAlias = (
        TokenCredential
        | AsyncTokenCredential
        | Flow
        | str
        | Callable[[], str]
        | Callable[[], Awaitable[str]]
    )

T = TypeVar("T")

AWAITS = True
_TURN = 50  # things, before others get their turn
sleep = anyio.sleep


if not TYPE_CHECKING:  # checkers have it above

    def __getattr__(name: str) -> object:
        """Make `Credential` for those who resolve annotations; it imports azure-core."""
        if name != "Credential":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from azure.core.credentials import TokenCredential
        from azure.core.credentials_async import AsyncTokenCredential

        from graphsync.auth import Flow

        supplier = Callable[[], str] | Callable[[], Awaitable[str]]
        return TokenCredential | AsyncTokenCredential | Flow | str | supplier


class Calls:
    """The calls that wait for something on one event loop, which `end` breaks off."""

    def __init__(self) -> None:
        self._lock = anyio.Lock()
        self._scopes: set[anyio.CancelScope] = set()
        self._is_ended = False

    @contextmanager
    def within(self, seconds: float | None) -> Generator[None]:
        """Leave the block after so many seconds, or at `end`, and go on behind it."""
        with anyio.move_on_after(seconds) as scope:
            self._scopes.add(scope)
            try:
                yield
            finally:
                self._scopes.discard(scope)

    async def sleep(self, seconds: float) -> None:
        """Wait; raises `ClientClosed` at `end`."""
        with self.within(None):
            await anyio.sleep(seconds)
        if self._is_ended:
            raise ClientClosed("the client was closed while this call waited")

    # `within` holds it
    def alone(self, seconds: float | None) -> AbstractAsyncContextManager[None]:  # noqa: ARG002
        """Let one call at a time into the block."""
        return self._lock

    def end(self) -> None:
        """Break off everything that waits."""
        self._is_ended = True
        for scope in list(self._scopes):
            scope.cancel()


async def addresses(host: str, port: int) -> list[str]:  # noqa: ARG001  # as in the twin
    """Return what to connect to; anyio tries all addresses of a host in the time of one."""
    return [host]


def interrupt(socket: object) -> None:
    """Do nothing: whoever waits for a socket was cancelled."""


def duplicate(socket: object) -> nullcontext[None]:  # noqa: ARG001  # as in the twin
    """Do nothing: a handshake is cancelled."""
    return nullcontext()


async def numbered(things: Iterable[T] | AsyncIterable[T]) -> AsyncIterator[tuple[int, T]]:
    """Count things, which may be asynchronous, from 1 on.

    Other tasks get their turn now and then in any case.
    """
    if isinstance(things, AsyncIterable):
        number = 0
        async for thing in things:
            number += 1
            yield number, thing
        return
    for number, thing in enumerate(things, 1):
        if number % _TURN == 0:
            await checkpoint()
        yield number, thing


async def call(
    function: Callable[..., Any], *arguments: Any, **options: Any
) -> Any:  # a user's function
    """Call a function that may be synchronous and slow, or asynchronous, without holding up the
    event loop.
    """
    if iscoroutinefunction(function):
        return await function(*arguments, **options)
    # Abandoned on cancellation: signing in by device code waits for minutes.
    result = await anyio.to_thread.run_sync(
        lambda: function(*arguments, **options), abandon_on_cancel=True
    )
    return await result if isawaitable(result) else result


@asynccontextmanager
async def merged(
    sources: Iterable[Callable[[], AsyncGenerator[T]]], workers: int
) -> AsyncGenerator[AsyncIterator[T]]:
    """Iterate over several sources side by side, so many at a time.

    Leaving the block cancels and closes them.
    """
    waiting = iter(sources)
    send, receive = anyio.create_memory_object_stream[T](workers)

    async def work(out: MemoryObjectSendStream[T]) -> None:
        async with out:
            for source in waiting:
                # A generator that is cancelled between two items is not closed otherwise.
                async with aclosing(source()) as items:
                    async for item in items:
                        await out.send(item)

    async with anyio.create_task_group() as group, receive:
        with send:
            for _ in range(workers):
                group.start_soon(work, send.clone())
        yield receive
        group.cancel_scope.cancel()


async def together(calls: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    """Make several calls side by side and return what they return, in order.

    The first error of any ends the others and is raised.
    """
    results: dict[int, T] = {}
    errors: list[Exception] = []

    async def make(place: int, group: TaskGroup) -> None:
        try:
            results[place] = await calls[place]()
        except Exception as error:  # noqa: BLE001  # raised again below, alone and not in a group
            errors.append(error)
            group.cancel_scope.cancel()

    async with anyio.create_task_group() as group:
        for place in range(len(calls)):
            group.start_soon(make, place, group)
    if errors:
        raise errors[0]
    return [results[place] for place in range(len(calls))]


@contextmanager
def shielded() -> Generator[None]:
    """Let what is awaited in the block go on although the task is cancelled."""
    with anyio.CancelScope(shield=True):
        yield


class OneWayToEnter:
    """A client that only `async with` closes.

    A plain `with` is refused by a clear error.
    """

    if not TYPE_CHECKING:  # checkers refuse a plain `with` because these two are not there

        def __enter__(self) -> NoReturn:
            raise TypeError(
                f"{type(self).__name__} is closed by `async with`; GraphClient is for `with`"
            )

        def __exit__(self, *_: object) -> NoReturn:
            raise TypeError("never entered")


class _Held(Value, Generic[T]):
    thing: T
    guard: AsyncGenerator[T, None]


class PerLoop(Generic[T]):
    """One thing for each event loop, made when first needed and closed with the loop at the latest.

    Connections belong to the loop that opened them. A client that is used in one `asyncio.run` and
    then in another would otherwise meet connections of a loop that is gone.
    """

    def __init__(self, make: Callable[[], T], close: Callable[[T], Awaitable[None]]) -> None:
        self._make = make
        self._close = close
        self._held: RunVar[_Held[T] | None] = RunVar("graphsync", None)

    async def get(self) -> T:
        """Return the thing of the running loop."""
        held = self._held.get()
        if held is None:
            # Event loops close what async generators are left when they end, and that runs the
            # guard's `finally`.
            guard = self._guard()
            held = _Held(await anext(guard), guard)
            self._held.set(held)
        return held.thing

    async def _guard(self) -> AsyncGenerator[T, None]:
        thing = self._make()
        try:
            yield thing
        finally:
            await self._close(thing)

    async def close(self) -> None:
        """Close the thing of the running loop."""
        held = self._held.get()
        if held is not None:
            self._held.set(None)
            await held.guard.aclose()
