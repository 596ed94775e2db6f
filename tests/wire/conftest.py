"""Servers on real sockets: a local Graph, and one that says exactly what a test wants."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from graphsync.emulator import Emulator


@pytest.fixture(scope="module")
def local_graph() -> Iterator[Emulator]:
    with Emulator(tls=True) as emulator:
        yield emulator


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


class RawServer:
    """Read one request after the other on each connection, and answer with bytes, in parts, or by hanging up."""

    def __init__(
        self,
        answer: Callable[[bytes, socket.socket], bytes | None],
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.requests: list[bytes] = []
        self.connections = 0
        self._answer = answer
        self._open: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.url = f"{'http' if tls is None else 'https'}://127.0.0.1:{self.port}/v1.0"
        self._tls = tls
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    @property
    def targets(self) -> list[str]:
        return [
            request.split(b"\r\n", 1)[0].split(b" ")[1].decode("latin-1")
            for request in self.requests
        ]

    def _listen(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            self._open.append(connection)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        buffer = b""
        try:
            if self._tls is not None:
                connection = self._tls.wrap_socket(connection, server_side=True)
            while True:
                while b"\r\n\r\n" not in buffer:
                    part = connection.recv(65536)
                    if not part:
                        return
                    buffer += part
                head, _, buffer = buffer.partition(b"\r\n\r\n")
                length = next(
                    (
                        int(line.split(b":")[1])
                        for line in head.split(b"\r\n")
                        if line.lower().startswith(b"content-length:")
                    ),
                    0,
                )
                while len(buffer) < length:
                    buffer += connection.recv(65536)
                body, buffer = buffer[:length], buffer[length:]
                self.requests.append(head + b"\r\n\r\n" + body)
                answer = self._answer(self.requests[-1], connection)
                if answer is None:
                    return
                connection.sendall(answer)
        except OSError:
            return
        finally:
            connection.close()

    def close(self) -> None:
        # shutdown wakes accept(), which close alone does not.
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()
        for connection in self._open:
            connection.close()


def reply(body: bytes = b"{}", status: str = "200 OK", *headers: str) -> bytes:
    lines = [
        f"HTTP/1.1 {status}",
        f"content-length: {len(body)}",
        "content-type: application/json",
        *headers,
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def drip(pause: float, body: bytes = b"{}") -> Callable[[bytes, socket.socket], None]:
    def answer(_: bytes, connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n")
        for _ in range(100):
            connection.sendall(b" ")
            time.sleep(pause)

    return answer


@pytest.fixture
def raw() -> Iterator[Callable[..., RawServer]]:
    servers: list[RawServer] = []

    def start(
        answer: Callable[[bytes, socket.socket], bytes | None] | bytes | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> RawServer:
        fixed = answer if callable(answer) else lambda _request, _connection: answer or reply()
        server = RawServer(fixed, tls)
        servers.append(server)
        return server

    yield start
    for server in servers:
        server.close()


@pytest.fixture
def make_reply() -> Callable[..., bytes]:
    return reply


@pytest.fixture
def make_drip() -> Callable[..., Callable[[bytes, socket.socket], None]]:
    return drip
