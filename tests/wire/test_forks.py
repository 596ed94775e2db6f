"""A client that was used before a process was forked serves parent and children, each on connections of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from graphsync import GraphClient
from graphsync.emulator.http.certificates import Authority
from graphsync.errors import Refused
from tests.forking import forks, in_child

pytestmark = forks
ATTACK = Path(__file__).parent / "fork_attack.py"


@pytest.fixture
def answer_with_path(make_reply):
    """Answer each path with itself, a slow one late, so that several connections are open at once."""

    def answer(request, _connection):
        path = request.split(b" ", 2)[1].decode()
        if path.startswith("/v1.0/slow"):
            time.sleep(0.2)
        return make_reply(json.dumps(path).encode())

    return answer


@pytest.fixture
def echo(raw, answer_with_path):
    return raw(answer_with_path)


def token_of(request: bytes) -> str:
    lines = request.split(b"\r\n")
    header = next(line for line in lines if line.lower().startswith(b"authorization"))
    return header.split()[-1].decode()


def attack(address: str, processes: int, gets: int, kind: str, *authorities: str) -> dict[str, int]:
    # Python warns where a process with threads forks, which is what this is about.
    command = [sys.executable, "-W", "ignore::DeprecationWarning", ATTACK, address]
    command += [str(processes), str(gets), kind, *authorities]
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
        by_token.setdefault(token_of(request), []).append(request.split(b" ", 2)[1].decode())
    assert all(
        path.startswith(("/v1.0/slow", "/v1.0/parent")) for path in by_token.pop("MainProcess")
    )
    assert by_token, "children sign in themselves"
    assert all(path.startswith("/v1.0/child") for paths in by_token.values() for path in paths)
    # Four connections of the parent, which the children left open, and one of each child.
    assert echo.connections == 4 + len(by_token)


def test_an_own_transport_that_was_used_is_refused_in_a_child(echo):
    with (
        httpx.HTTPTransport() as transport,
        GraphClient("token", endpoint=echo.url, transport=transport) as graph,
    ):
        assert in_child(lambda: graph.request("GET", "/before")) == "/v1.0/before"
        graph.request("GET", "/x")
        answer = in_child(lambda: graph.request("GET", "/y"))
        assert answer.startswith(Refused.__name__)
        assert "transport=" in answer
        assert graph.request("GET", "/z") == "/v1.0/z"


def test_a_transport_without_sockets_is_not(make_reply):
    mock = httpx.MockTransport(lambda request: httpx.Response(200, json=request.url.path))
    with GraphClient("token", transport=mock) as graph:
        graph.request("GET", "/x")
        assert in_child(lambda: graph.request("GET", "/y")) == "/v1.0/y"


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


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_sessions_of_tls_stay_the_parents(raw, answer_with_path, kind):
    """Two processes that write to one session of TLS break it for both."""
    authority = Authority()
    try:
        server = raw(answer_with_path, authority.context())
        found = attack(server.url, 4, 80, kind, str(authority.ca_file))
    finally:
        authority.close()
    assert found == {"gets": 80, "wrong": 0, "chances": 80}
    assert len(server.requests) == 4 + 80 + 4
    by_child = {token for token in map(token_of, server.requests) if token != "MainProcess"}
    # Each of the children's event loops has a connection of its own, and so has each child without one.
    assert server.connections == 4 + (80 if kind == "async" else len(by_child))
