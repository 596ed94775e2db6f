"""uvicorn, kept to its own business: no signals, no log output, sockets that are bound
already.
"""

import asyncio
import contextlib
import socket
import ssl
from collections.abc import Callable, Generator

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from graphsync.emulator.http.app import GraphApp
from graphsync.emulator.http.wire import TRANSPORT


class _Protocol(HttpToolsProtocol):
    """Hands the transport to the application, which resets connections when a fault asks for it."""

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self.scope["extensions"] = {TRANSPORT: {"transport": self.transport}}

    def shutdown(self) -> None:
        super().shutdown()
        # A TLS connection that idles waits half a minute for its peer's farewell, longer than
        # anybody wants to.
        if self.transport.is_closing() and not self.transport.get_write_buffer_size():
            self.transport.abort()


class GraphServer(uvicorn.Server):
    """A server for one bound socket that calls back once it answers."""

    def __init__(
        self, app: GraphApp, tls: ssl.SSLContext | None, ready: Callable[[], None]
    ) -> None:
        config = uvicorn.Config(
            app,
            http=_Protocol,
            ws="none",
            loop="asyncio",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=2,
        )
        config.load()
        config.ssl = tls
        super().__init__(config)
        self._ready = ready

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None]:
        """Leave signals to whoever runs the server."""
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start to answer, then say so."""
        await super().startup(sockets)
        self._ready()


def bind(host: str, port: int) -> socket.socket:
    """Bind a listening socket; port 0 takes a free one. Raise OSError when the port is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio turns Nagle's algorithm off only where the protocol is named; with it, an answer takes
    # 40 ms.
    bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
        bound.listen(512)
    except OSError:
        bound.close()
        raise
    return bound


def accepted(server: GraphServer) -> list[socket.socket]:
    """Return the sockets of a server's open connections."""
    found: list[socket.socket] = []
    for connection in server.server_state.connections:
        transport: object = getattr(connection, "transport", None)
        if isinstance(transport, asyncio.BaseTransport):
            plain: object = transport.get_extra_info("socket")
            # asyncio hands out a wrapper that cannot be closed.
            inner: object = getattr(plain, "_sock", None)
            if isinstance(inner, socket.socket):
                found.append(inner)
    return found


async def serve(servers: list[tuple[GraphServer, socket.socket]]) -> None:
    """Serve until every server was asked to exit."""
    await asyncio.gather(*(server.serve(sockets=[bound]) for server, bound in servers))
