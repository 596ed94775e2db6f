# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/transport/network.py
"""Sockets: each wait is held by the call's time, `close()` ends it, and a forked child never
touches it.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterable
from typing import Any, cast

import httpcore

from graphsync._core.call.deadline import time_left
from graphsync._core.call.forks import give_up, leave_behind, renew_in_children
from graphsync._sync.native import addresses, duplicate, interrupt

# More than this is sent in parts: a part waits for its own turn, so that a server that takes a
# large body slowly is noticed when the time is up.
_PART = 16 * 1024


class Network(httpcore.NetworkBackend):
    """Open connections for one pool of them, and know those that are open."""

    def __init__(self) -> None:
        # For the type checkers it may also be what stands in for it where anyio is not installed.
        self._backend = cast("httpcore.NetworkBackend", httpcore.SyncBackend())
        self._streams: set[Stream] = set()
        self._is_ended = False
        renew_in_children(self)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,  # httpcore has no public name for their types
    ) -> httpcore.NetworkStream:
        """Connect to the first address of a host that answers."""
        failure: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in addresses(host, port):
            limit = _limit(timeout, httpcore.ConnectTimeout)
            try:
                stream = self._backend.connect_tcp(
                    address, port, limit, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return self._open(stream)
        raise failure

    def _open(self, stream: httpcore.NetworkStream) -> Stream:
        opened = Stream(stream, self._streams)
        if self._is_ended:
            opened.close()
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


class Stream(httpcore.NetworkStream):
    """A connection whose every wait is at most as long as the call that runs has left."""

    def __init__(self, stream: httpcore.NetworkStream, streams: set[Stream]) -> None:
        self._stream = stream
        self._streams = streams
        self._duplicate: Any = None
        streams.add(self)

    @property
    def handle(self) -> Any:  # a socket, or what an event loop shows of one
        """The socket below, or another handle on it."""
        return self._duplicate or self._stream.get_extra_info("socket")

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what is there, or wait for it."""
        return self._stream.read(max_bytes, _limit(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all of it."""
        for at in range(0, len(buffer), _PART):
            self._stream.write(buffer[at : at + _PART], _limit(timeout, httpcore.WriteTimeout))

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """Go on encrypted."""
        limit = _limit(timeout, httpcore.ConnectTimeout)
        try:
            with duplicate(self._stream.get_extra_info("socket")) as self._duplicate:
                stream = self._stream.start_tls(ssl_context, server_hostname, limit)
                return Stream(stream, self._streams)
        except BaseException:
            self._stream.close()  # httpcore leaves it open where the task is cancelled
            raise
        finally:
            self._streams.discard(self)

    def close(self) -> None:
        """Close the connection."""
        self._streams.discard(self)
        self._stream.close()

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
