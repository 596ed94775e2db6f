"""Sockets: each wait is held by the call's time, `close()` ends it, and a forked child never
touches it.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterable
from typing import Any, cast

import httpcore

from graphsync._async.native import addresses, duplicate, interrupt
from graphsync._core.call.deadline import time_left
from graphsync._core.call.forks import give_up, leave_behind, renew_in_children

# More than this is sent in parts: a part waits for its own turn, so that a server that takes a
# large body slowly is noticed when the time is up.
_PART = 16 * 1024


class Network(httpcore.AsyncNetworkBackend):
    """Open connections for one pool of them, and know those that are open."""

    def __init__(self) -> None:
        # For the type checkers it may also be what stands in for it where anyio is not installed.
        self._backend = cast("httpcore.AsyncNetworkBackend", httpcore.AnyIOBackend())
        self._streams: set[Stream] = set()
        self._is_ended = False
        renew_in_children(self)

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,  # httpcore has no public name for their types
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the first address of a host that answers."""
        failure: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in await addresses(host, port):
            limit = _limit(timeout, httpcore.ConnectTimeout)
            try:
                stream = await self._backend.connect_tcp(
                    address, port, limit, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return await self._open(stream)
        raise failure

    async def _open(self, stream: httpcore.AsyncNetworkStream) -> Stream:
        opened = Stream(stream, self._streams)
        if self._is_ended:
            await opened.aclose()
            raise httpcore.ConnectError("the client is closed")
        return opened

    def end(self) -> None:
        """Wake the threads that wait for one of the connections."""
        self._is_ended = True
        for stream in list(self._streams):
            interrupt(stream.handle)

    def renew(self) -> None:
        """Leave the connections to the parent."""
        streams, self._streams = list(self._streams), set()
        self._is_ended = True
        leave_behind((self._backend, streams))
        handles = [stream.handle for stream in streams]
        give_up(
            [handle.fileno() for handle in handles if handle is not None and handle.fileno() >= 0]
        )


class Stream(httpcore.AsyncNetworkStream):
    """A connection whose every wait is at most as long as the call that runs has left."""

    def __init__(self, stream: httpcore.AsyncNetworkStream, streams: set[Stream]) -> None:
        self._stream = stream
        self._streams = streams
        self._duplicate: Any = None
        streams.add(self)

    @property
    def handle(self) -> Any:  # a socket, or what an event loop shows of one
        """The socket below, or another handle on it."""
        return self._duplicate or self._stream.get_extra_info("socket")

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what is there, or wait for it."""
        return await self._stream.read(max_bytes, _limit(timeout, httpcore.ReadTimeout))

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all of it."""
        for at in range(0, len(buffer), _PART):
            await self._stream.write(
                buffer[at : at + _PART], _limit(timeout, httpcore.WriteTimeout)
            )

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Go on encrypted."""
        limit = _limit(timeout, httpcore.ConnectTimeout)
        try:
            with duplicate(self._stream.get_extra_info("socket")) as self._duplicate:
                stream = await self._stream.start_tls(ssl_context, server_hostname, limit)
                return Stream(stream, self._streams)
        except BaseException:
            await self._stream.aclose()  # httpcore leaves it open where the task is cancelled
            raise
        finally:
            self._streams.discard(self)

    async def aclose(self) -> None:
        """Close the connection."""
        self._streams.discard(self)
        await self._stream.aclose()

    def get_extra_info(self, info: str) -> Any:  # as httpcore types it
        """Return what is known about the connection below."""
        return self._stream.get_extra_info(info)


def _limit(timeout: float | None, error: type[Exception]) -> float | None:
    left = time_left()
    if left is None:
        return timeout
    if left == 0:
        raise error("the call's timeout has passed")
    return left if timeout is None else min(timeout, left)
