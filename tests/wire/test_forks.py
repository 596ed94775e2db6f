"""A client that was used before a process was forked serves parent and children, each on connections of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from graphsync import GraphClient
from graphsync.errors import Refused

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
ATTACK = Path(__file__).parent / "fork_attack.py"


@pytest.fixture
def echo(raw, make_reply):
    """Answer each path with itself, a slow one late, so that several connections are open at once."""

    def answer(request, _connection):
        path = request.split(b" ", 2)[1].decode()
        if path.startswith("/v1.0/slow"):
            time.sleep(0.2)
        return make_reply(json.dumps(path).encode())

    return raw(answer)


def attack(address: str, processes: int, gets: int, kind: str) -> dict[str, int]:
    # Python warns where a process with threads forks, which is what this is about.
    command = [sys.executable, "-W", "ignore::DeprecationWarning", ATTACK, address, str(processes), str(gets), kind]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=110)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return json.loads(done.stdout)


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_children_get_their_own_answers(echo, kind):
    found = attack(echo.url, 4, 200, kind)
    assert found == {"gets": 200, "wrong": 0, "chances": 200}


def test_the_parent_keeps_its_connections_and_children_their_tokens(echo):
    attack(echo.url, 2, 8, "sync")
    by_token = {}
    for request in echo.requests:
        token = next(line for line in request.split(b"\r\n") if line.lower().startswith(b"authorization"))
        by_token.setdefault(token.split()[-1].decode(), []).append(request.split(b" ", 2)[1].decode())
    assert all(path.startswith(("/v1.0/slow", "/v1.0/parent")) for path in by_token.pop("MainProcess"))
    assert by_token, "children sign in themselves"
    assert all(path.startswith("/v1.0/child") for paths in by_token.values() for path in paths)
    # Four connections of the parent, which the children left open, and one of each child.
    assert echo.connections == 4 + len(by_token)


def in_child(work) -> str:
    """Run something in a forked child and return what it returned, or its error."""
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover  # not measured in a child
        try:
            told = str(work())
        except BaseException as error:  # noqa: BLE001  # it is reported
            told = f"{type(error).__name__}: {error}"
        os.write(writes, told.encode())
        os._exit(0)
    os.close(writes)
    with os.fdopen(reads) as report:
        text = report.read()
    os.waitpid(child, 0)
    return text


@pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning")
def test_an_own_transport_that_was_used_is_refused_in_a_child(echo):
    with httpx.HTTPTransport() as transport, GraphClient("token", endpoint=echo.url, transport=transport) as graph:
        assert in_child(lambda: graph.request("GET", "/before")) == "/v1.0/before"
        graph.request("GET", "/x")
        told = in_child(lambda: graph.request("GET", "/y"))
        assert told.startswith(Refused.__name__)
        assert "transport=" in told
        assert graph.request("GET", "/z") == "/v1.0/z"


@pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning")
def test_a_transport_without_sockets_is_not(make_reply):
    mock = httpx.MockTransport(lambda request: httpx.Response(200, json=request.url.path))
    with GraphClient("token", transport=mock) as graph:
        graph.request("GET", "/x")
        assert in_child(lambda: graph.request("GET", "/y")) == "/v1.0/y"


@pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning")
def test_locks_that_a_thread_held_are_free_in_a_child(echo):
    import threading

    asked, go_on = threading.Event(), threading.Event()

    class Slow:
        def get_token(self, *_scopes, **_):
            from azure.core.credentials import AccessToken

            if threading.current_thread() is not threading.main_thread():
                asked.set()
                go_on.wait(30)
            return AccessToken("token", int(time.time()) + 3600)

    with GraphClient(Slow(), endpoint=echo.url, timeout=20) as graph:
        thread = threading.Thread(target=graph.request, args=("GET", "/thread"))
        thread.start()
        assert asked.wait(10)
        assert in_child(lambda: graph.request("GET", "/child")) == "/v1.0/child"
        go_on.set()
        thread.join()
