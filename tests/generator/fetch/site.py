"""A web server on localhost with documents to fetch."""

from __future__ import annotations

from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from generator.errors import GeneratorError
from generator.fetch.read_source import read_source

UPSTREAM = Path(__file__).parents[3] / "spec" / "upstream.toml"
DOCUMENT = b"openapi: 3.0.4\ninfo:\n  version: v1.0\n" + b"# words\n" * 20_000

Answer = Callable[[BaseHTTPRequestHandler], None]


def body(data: bytes, *, status: int = 200, length: int | None = None, **headers: str) -> Answer:
    """Answer with this, and with another length than it has where one is given."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        request.send_header("Content-Length", str(len(data) if length is None else length))
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(data)

    return answer


class Site:
    """A web server on localhost that gives prepared answers and keeps what was asked."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, str | None]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.path, self.headers.get("Authorization")))
                site.answers.get(self.path, body(b"nothing here", status=404))(self)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.host = f"127.0.0.1:{self.server.server_port}"
        self.url = f"http://{self.host}"


def refused(spec: str, upstream: Path = UPSTREAM) -> GeneratorError:
    """Give the error that a source ends in."""
    with pytest.raises(GeneratorError) as error:
        read_source(spec, upstream)
    assert str(error.value).isprintable()
    return error.value
