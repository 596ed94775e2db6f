"""The command as a process of its own, beside a local Graph."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graphsync.emulator import Emulator

ROOT = Path(__file__).parents[2]
Ran = subprocess.CompletedProcess[str]
Command = Callable[..., Ran]


def environment(folder: Path, endpoint: str | None = None, **more: str) -> dict[str, str]:
    """Return the variables of this process without those that would steer the command."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GRAPHSYNC_", "AZURE_"))
    }
    kept.update(HOME=str(folder), XDG_CONFIG_HOME=str(folder / "config"), **more)
    if endpoint is not None:
        kept.update(GRAPHSYNC_ENDPOINT=endpoint, GRAPHSYNC_TOKEN="any", GRAPHSYNC_SIGN_IN="token")
    return kept


@pytest.fixture
def offline(tmp_path: Path) -> Command:
    """Run the command without a place to connect to."""

    def run(*words: str, input: str = "", **more: str) -> Ran:
        return subprocess.run(
            [sys.executable, "-m", "graphsync", *words],
            capture_output=True,
            text=True,
            input=input,
            timeout=60,
            env=environment(tmp_path, **more),
            cwd=tmp_path,
        )

    return run


@pytest.fixture
def graphsync(tmp_path: Path, graph_emulator: Emulator) -> Command:
    """Run the command against a local Graph of the test's own."""

    def run(*words: str, input: str = "", **more: str) -> Ran:
        return subprocess.run(
            [sys.executable, "-m", "graphsync", *words],
            capture_output=True,
            text=True,
            input=input,
            timeout=60,
            env={**environment(tmp_path, graph_emulator.url), **more},
            cwd=tmp_path,
        )

    return run


class Terminal:
    """A command on a terminal of its own: what it shows, and what is typed."""

    def __init__(self, leader: int, process: subprocess.Popen[bytes]) -> None:
        self._leader = leader
        self.process = process
        self.shown = ""

    def until(self, text: str, seconds: float = 60) -> None:
        """Read until a text is shown."""
        end = time.monotonic() + seconds
        while text not in self.shown:
            assert self._read(), f"it ended before {text!r}: {self.shown}"
            assert time.monotonic() < end, self.shown

    def type(self, text: str) -> None:
        """Press keys; "\\x03" is Ctrl-C."""
        os.write(self._leader, text.encode())

    def end(self) -> int:
        """Read what is left, and return the exit code."""
        while self._read():
            pass
        return self.process.wait(60)

    def _read(self) -> bool:
        try:
            part = os.read(self._leader, 65536)
        except OSError:  # how Linux says that the other end is closed
            return False
        self.shown += part.decode()
        return bool(part)


# Ctrl-C becomes a signal for the process whose terminal it is.
_ON_ITS_TERMINAL = """
import fcntl, runpy, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
runpy.run_module("graphsync", run_name="__main__")
"""


@contextmanager
def terminal(folder: Path, url: str | None, *words: str, **more: str) -> Iterator[Terminal]:
    """Run a command on a terminal, which gets standard error as well."""
    if sys.platform == "win32":
        pytest.skip("Windows has no pty")
    import pty

    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", _ON_ITS_TERMINAL, *words],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        start_new_session=True,
        env={**environment(folder, url), "TERM": "xterm", "COLUMNS": "160", **more},
        cwd=folder,
    )
    os.close(follower)
    try:
        yield Terminal(leader, process)
    finally:
        process.kill()
        process.wait()
        os.close(leader)


@pytest.fixture
def clocked(tmp_path: Path, graph_emulator: Emulator) -> Command:
    """Run the command so that its pauses move the clock of the local Graph."""

    def run(*words: str, input: str = "", **more: str) -> Ran:
        return subprocess.run(
            [sys.executable, "-m", "tests.cli.on_moved_clock", graph_emulator.url, *words],
            capture_output=True,
            text=True,
            input=input,
            timeout=100,
            env={**environment(tmp_path, graph_emulator.url), "PYTHONPATH": str(ROOT), **more},
            cwd=tmp_path,
        )

    return run
