"""What differs between the twins by nature.

Its namesake in the other package has the same names, written by hand.
"""

from __future__ import annotations

import queue
import socket
import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext, suppress
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeAlias, TypeVar, cast

from graphsync.errors import ClientClosed

if TYPE_CHECKING:
    from azure.core.credentials import TokenCredential

    from graphsync.auth import Flow

    Credential: TypeAlias = TokenCredential | Flow | str | Callable[[], str]

T = TypeVar("T")

AWAITS = False
sleep = time.sleep


if not TYPE_CHECKING:  # checkers have it above

    def __getattr__(name: str) -> object:
        """Make `Credential` for those who resolve annotations; it imports azure-core."""
        if name != "Credential":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from azure.core.credentials import TokenCredential

        from graphsync.auth import Flow

        return TokenCredential | Flow | str | Callable[[], str]


class Calls:
    """The calls that wait for something, in any thread, which `end` breaks off."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._is_ended = False
        self._is_taken = False

    def within(self, seconds: float | None) -> nullcontext[None]:  # noqa: ARG002  # as in the twin
        """Mark the block that a time budget is for.

        A thread cannot be cancelled: each wait in it has a limit.
        """
        return nullcontext()

    def sleep(self, seconds: float) -> None:
        """Wait; raises `ClientClosed` at `end`."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_ended, seconds)
            self._check()

    @contextmanager
    def alone(self, seconds: float | None) -> Generator[None]:
        """Let one call at a time into the block.

        Raises `TimeoutError` for one that waits longer, `ClientClosed` at `end`.
        """
        with self._changed:
            is_free = self._changed.wait_for(lambda: self._is_ended or not self._is_taken, seconds)
            self._check()
            if not is_free:
                raise TimeoutError
            self._is_taken = True
        try:
            yield
        finally:
            with self._changed:
                self._is_taken = False
                self._changed.notify_all()

    def _check(self) -> None:
        if self._is_ended:
            raise ClientClosed("the client was closed while this call waited")

    def end(self) -> None:
        """Break off everything that waits."""
        with self._changed:
            self._is_ended = True
            self._changed.notify_all()


def addresses(host: str, port: int) -> list[str]:
    """Return the addresses of a host, to be tried one by one within the time that is left.

    Given the host itself, the standard library would give each of its addresses all of that time.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError:
        return [host]  # what connects has the same failure, and a name for it
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def interrupt(connection: socket.socket | None) -> None:
    """Wake the thread that waits for a socket; it sees the end of the connection."""
    with suppress(OSError):  # it was closed in this moment
        if connection is not None:
            connection.shutdown(socket.SHUT_RDWR)


def duplicate(connection: socket.socket) -> AbstractContextManager[socket.socket]:
    """Return a second handle on a connection, to be closed at the end of a block.

    While TLS is negotiated, the first handle belongs to the standard library, which does not
    show it.
    """
    return connection.dup()


def numbered(things: Iterable[T]) -> Iterator[tuple[int, T]]:
    """Count things from 1 on."""
    return enumerate(things, 1)


def call(function: Callable[..., Any], *arguments: Any, **options: Any) -> Any:  # a user's function
    """Call a function."""
    return function(*arguments, **options)


@contextmanager
def merged(sources: Iterable[Callable[[], Generator[T]]], workers: int) -> Generator[Iterator[T]]:
    """Iterate over several sources side by side, in so many threads; leaving the block ends them.

    A thread cannot be interrupted: one that waits for an answer ends after it.
    """
    waiting = queue.SimpleQueue[Callable[[], Generator[T]]]()
    for source in sources:
        waiting.put(source)
    results = queue.Queue[tuple[T | None, BaseException | None, bool]](workers)
    is_over = threading.Event()

    def put(item: T | None, error: BaseException | None, *, is_end: bool) -> bool:
        while not is_over.is_set():
            with suppress(queue.Full):
                results.put((item, error, is_end), timeout=0.1)
                return True
        return False

    def work() -> None:
        try:
            while not is_over.is_set():
                source = waiting.get_nowait()
                with closing(source()) as items:
                    for item in items:
                        if not put(item, None, is_end=False):
                            return
        except queue.Empty:
            put(None, None, is_end=True)
        except BaseException as error:  # noqa: BLE001  # raised again where the results are read
            put(None, error, is_end=True)

    def read() -> Iterator[T]:
        running = workers
        while running:
            item, error, is_end = results.get()
            if error is not None:
                raise error
            running -= is_end
            if not is_end:
                yield cast("T", item)  # None is an item where T says so

    for _ in range(workers):
        threading.Thread(target=work, name="graphsync", daemon=True).start()
    try:
        yield read()
    finally:
        is_over.set()


def together(calls: Sequence[Callable[[], T]]) -> list[T]:
    """Make several calls side by side, each in a thread, and return what they return, in order.

    The first error of any is raised; a thread cannot be interrupted, and ends after its answer.
    """
    if len(calls) == 1:
        return [calls[0]()]
    done = queue.SimpleQueue[tuple[int, T | None, BaseException | None]]()

    def make(place: int) -> None:
        try:
            done.put((place, calls[place](), None))
        except BaseException as error:  # noqa: BLE001  # raised again by the caller's thread
            done.put((place, None, error))

    for place in range(len(calls)):
        threading.Thread(target=make, args=(place,), name="graphsync", daemon=True).start()
    results: dict[int, T] = {}
    for _ in calls:
        place, result, error = done.get()
        if error is not None:
            raise error
        results[place] = cast("T", result)  # None is a result where T says so
    return [results[place] for place in range(len(calls))]


def shielded() -> nullcontext[None]:
    """Mark the block that a cancellation must not end; a thread is not cancelled."""
    return nullcontext()


class OneWayToEnter:
    """Base of a client that only `with` closes; `async with` is refused by a clear error."""

    if not TYPE_CHECKING:  # checkers refuse `async with` because these two are not there

        async def __aenter__(self) -> NoReturn:
            raise TypeError(
                f"{type(self).__name__} is closed by `with`; AsyncGraphClient is for `async with`"
            )

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
