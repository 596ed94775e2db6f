"""Budgets, and a server that answers as it is told."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from hypothesis import HealthCheck, settings

# `make fuzz` sets the number of examples for each property; without it the tests' own, short ones count.
if "GRAPHSYNC_FUZZ" in os.environ:
    settings.register_profile(
        "fuzz",
        max_examples=int(os.environ["GRAPHSYNC_FUZZ"]),
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        print_blob=True,
    )
    settings.load_profile("fuzz")


class _Echo(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1

    def do_GET(self) -> None:
        # The request line as it came: `self.path` is decoded, and shortened where it begins with two slashes.
        target = self.raw_requestline.split(b" ")[1].decode("latin-1")
        body = json.dumps({"id": target}).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def echo() -> Iterator[str]:
    """Run a server that answers each GET with `{"id": <the request target, byte for byte>}`."""
    yield from _served(_Echo)


Answering = Callable[[bytes], Iterator[bytes]]


def _served(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        server.block_on_close = False
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/v1.0"
        server.shutdown()
        thread.join()
