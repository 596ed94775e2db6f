"""What differs between the twins by nature; its namesake in the other package has the same names, written by hand."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, Literal, NoReturn, Self, TypeAlias, TypeVar

if TYPE_CHECKING:
    from azure.core.credentials import TokenCredential

    from graphsync.auth import Flow

T = TypeVar("T")

Credential: TypeAlias = "TokenCredential | Flow | str | Callable[[], str]"
AWAITS = False
Lock = threading.Lock
sleep = time.sleep


class within:  # noqa: N801  # reads like the function that it stands for
    """Mark the block that a time budget is for; here nothing can be cancelled, the timeouts of each phase end it."""

    cancelled_caught = False

    def __init__(self, seconds: float | None) -> None:
        self.seconds = seconds

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> Literal[False]:
        return False


def call(function: Callable[..., Any], *arguments: Any, **options: Any) -> Any:  # a user's function
    """Call a function."""
    return function(*arguments, **options)


class OneWayToEnter:
    """Base of a client that only `with` closes; `async with` is refused by a clear error."""

    if not TYPE_CHECKING:  # checkers refuse `async with` because these two are not there

        async def __aenter__(self) -> NoReturn:
            raise TypeError(f"{type(self).__name__} is closed by `with`; AsyncGraphClient is for `async with`")

        async def __aexit__(self, *_: object) -> NoReturn:
            raise TypeError("never entered")


class PerLoop(Generic[T]):
    """Keep one thing, made when first needed; threads share it."""

    def __init__(self, make: Callable[[], T], close: Callable[[T], None]) -> None:
        self._make = make
        self._close = close
        self._lock = threading.Lock()
        self._thing: T | None = None

    def get(self) -> T:
        """Return the thing."""
        thing = self._thing
        if thing is not None:
            return thing
        with self._lock:
            if self._thing is None:
                self._thing = self._make()
            return self._thing

    def close(self) -> None:
        """Close the thing, if there is one."""
        with self._lock:
            thing, self._thing = self._thing, None
        if thing is not None:
            self._close(thing)
