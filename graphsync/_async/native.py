"""What differs between the twins by nature; its namesake in the other package has the same names, written by hand."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable
from inspect import isawaitable, iscoroutinefunction
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeAlias, TypeVar

import anyio
from anyio.lowlevel import RunVar
from attrs import frozen

if TYPE_CHECKING:
    from azure.core.credentials import TokenCredential
    from azure.core.credentials_async import AsyncTokenCredential

    from graphsync.auth import Flow

T = TypeVar("T")

Credential: TypeAlias = (
    "TokenCredential | AsyncTokenCredential | Flow | str | Callable[[], str] | Callable[[], Awaitable[str]]"
)
AWAITS = True
Lock = anyio.Lock
sleep = anyio.sleep


def within(seconds: float | None) -> anyio.CancelScope:
    """Cancel what is inside after so many seconds; the scope then goes on after its block."""
    return anyio.move_on_after(seconds)


async def call(function: Callable[..., Any], *arguments: Any, **options: Any) -> Any:  # a user's function
    """Call a function that may be synchronous and slow, or asynchronous, without holding up the event loop."""
    if iscoroutinefunction(function):
        return await function(*arguments, **options)
    # Abandoned on cancellation: signing in by device code waits for minutes.
    result = await anyio.to_thread.run_sync(lambda: function(*arguments, **options), abandon_on_cancel=True)
    return await result if isawaitable(result) else result


class OneWayToEnter:
    """Base of a client that only `async with` closes; a plain `with` is refused by a clear error."""

    if not TYPE_CHECKING:  # checkers refuse a plain `with` because these two are not there

        def __enter__(self) -> NoReturn:
            raise TypeError(f"{type(self).__name__} is closed by `async with`; GraphClient is for `with`")

        def __exit__(self, *_: object) -> NoReturn:
            raise TypeError("never entered")


@frozen
class _Held(Generic[T]):
    thing: T
    guard: AsyncGenerator[T, None]


class PerLoop(Generic[T]):
    """Keep one thing for each event loop, made when first needed and closed with the loop at the latest.

    Connections belong to the loop that opened them. A client that is used in one `asyncio.run` and then in another
    would otherwise meet connections of a loop that is gone.
    """

    def __init__(self, make: Callable[[], T], close: Callable[[T], Awaitable[None]]) -> None:
        self._make = make
        self._close = close
        self._held: RunVar[_Held[T] | None] = RunVar("graphsync", None)

    async def get(self) -> T:
        """Return the thing of the running loop."""
        held = self._held.get()
        if held is None:
            # Event loops close what async generators are left when they end, and that runs the guard's `finally`.
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
