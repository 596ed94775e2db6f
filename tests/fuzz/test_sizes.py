"""Answers that are too big or too deep end in a named error, in bounded memory."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest

from .conftest import _served

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows does not tell a process's peak memory this way"
)
MEGABYTE = b" " * 2**20
PROGRAM = """
import json, resource, sys
from graphsync import GraphClient, RetryPolicy
from graphsync.errors import GraphError

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 2**20)

with GraphClient("a-token", endpoint=sys.argv[1], retry=RetryPolicy(attempts=1)) as graph:
    graph.request("GET", "/small")
    before = peak()
    try:
        graph.request("GET", sys.argv[2])
        outcome = "read"
    except GraphError as error:
        outcome = f"{type(error).__name__}: {error}"
print(json.dumps({"outcome": outcome, "grown": peak() - before}))
"""


class _Huge(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        kind = self.path.rpartition("/")[2]
        encoding, parts = {"small": (None, [b"{}"]), "deep": (None, [b'{"a":[' * 500_000])}.get(
            kind, (None, [])
        )
        if kind == "huge":
            parts = [MEGABYTE] * 100
        elif kind == "bomb":
            encoding, parts = "gzip", [gzip.compress(MEGABYTE * 100)]
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(sum(map(len, parts))))
        if encoding:
            self.send_header("content-encoding", encoding)
        self.end_headers()
        try:
            for part in parts:
                self.wfile.write(part)
        except ConnectionError:  # the client had enough
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def huge() -> Iterator[str]:
    yield from _served(_Huge)


@pytest.mark.parametrize(
    ("kind", "reason", "most"),
    [
        ("huge", "more than 64 MB", 160),
        ("bomb", "more than 64 MB", 240),
        ("deep", "too deeply", 120),
    ],
)
def test_too_much(huge: str, kind: str, reason: str, most: float) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, huge, f"/{kind}"],
        capture_output=True,
        text=True,
        check=True,
        timeout=100,
    )
    told = json.loads(done.stdout)
    assert told["outcome"].startswith("UnreadableAnswer")
    assert reason in told["outcome"]
    assert told["grown"] < most
