"""An emulator belongs to the process that made it; a forked child neither answers nor blocks."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from graphsync.emulator import SCIM_PRINCIPAL_ID, Emulator

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork"),
    # Python warns of exactly what is tested here: threads, and a fork beside them.
    pytest.mark.filterwarnings("ignore:This process:DeprecationWarning"),
]

JOBS = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization/jobs"
BEARER = {"Authorization": "Bearer x"}


def in_a_child(work: Callable[[], str]) -> str:
    """Fork, run something in the child, and return what it says."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        try:
            said = work()
        except BaseException as error:  # noqa: BLE001 - the child has to end here
            said = f"{type(error).__name__}: {error}"
        os.write(writing, said.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode()
    os.waitpid(child, 0)
    return said


def test_a_child_is_refused_and_does_not_wait_for_the_parents_lock() -> None:
    with Emulator(speed=0) as emulator:
        with emulator.graph.state.lock:  # as a thread of the parent may at the moment of the fork
            said = in_a_child(lambda: str(emulator.advance(hours=1)))
            assert said.startswith(f"RuntimeError: this emulator belongs to process {os.getpid()}")
            assert in_a_child(lambda: str(emulator.close())) == "None"
        opened = in_a_child(lambda: str(emulator.open()))
        assert opened.startswith("RuntimeError: this emulator belongs to process")
        transport = httpx.WSGITransport(app=emulator.wsgi)  # type: ignore[arg-type]
        with httpx.Client(transport=transport) as client:
            answered = in_a_child(lambda: client.get(f"http://localhost/v1.0{JOBS}").text)
        assert answered.startswith("RuntimeError: this emulator belongs to process")
        assert httpx.get(f"{emulator.url}{JOBS}", headers=BEARER).status_code == 200


def test_a_child_keeps_neither_port_nor_connection_open() -> None:
    reading, writing = os.pipe()
    emulator = Emulator()
    with emulator, httpx.Client(base_url=emulator.url, headers=BEARER) as client:
        assert client.get(JOBS).status_code == 200
        address = (httpx.URL(emulator.url).host, httpx.URL(emulator.url).port or 0)
        kept = socket.create_connection(address)
        kept.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert kept.recv(12) == b"HTTP/1.1 200"
        child = os.fork()
        if not child:
            os.close(writing)
            kept.close()  # the client's end; what the child may hold is the server's
            os.read(reading, 1)  # stay alive until the parent has looked
            os._exit(0)
        assert client.get(JOBS).status_code == 200
    try:
        kept.settimeout(10)
        while kept.recv(65536):
            pass
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(address, timeout=5)
    finally:
        kept.close()
        os.close(writing)
        os.close(reading)
        os.waitpid(child, 0)


# The child ends as a program does, every object of the emulator with it; then the parent writes on.
FORKING = """
import gc, os, signal, sys
from pathlib import Path
from graphsync.emulator import SCIM_PRINCIPAL_ID, Emulator

emulator = Emulator(state=Path(sys.argv[1]), speed=0)

def write(text):
    with emulator.graph.state.lock:
        table = emulator.graph.tenant.table("secret")
        table[SCIM_PRINCIPAL_ID] = {"value": [{"key": "UserName", "value": text}]}
        emulator.graph.tenant.flush()

write("before")
child = os.fork()
if not child:
    del emulator
    gc.collect()
    os._exit(0)
os.waitpid(child, 0)
for number in range(20):
    write(f"after {number}")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.implementation.name != "cpython", reason="about CPython's finalization")
def test_a_child_that_ends_takes_nothing_from_the_state_file(tmp_path: Path) -> None:
    state = tmp_path / "tenant.db"
    ran = subprocess.run([sys.executable, "-c", FORKING, str(state)], timeout=60)
    assert ran.returncode == -signal.SIGKILL
    again = Emulator(state=state, speed=0)
    kept = again.graph.tenant.table("secret")[SCIM_PRINCIPAL_ID]["value"]
    again.close()
    assert kept == [{"key": "UserName", "value": "after 19"}]
