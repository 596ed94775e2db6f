"""The command as a process of its own, beside a local Graph."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from graphsync.emulator import Emulator

from .forks import ROOT, Forked, ForkServer

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


@pytest.fixture(scope="session")
def fork_server() -> Iterator[ForkServer | None]:
    """Start the one process that the commands are forks of; None where there is no fork."""
    if not hasattr(os, "fork"):
        yield None
        return
    server = ForkServer()
    yield server
    server.end()


def _run(
    server: ForkServer | None,
    module: str,
    words: Sequence[str],
    folder: Path,
    env: dict[str, str],
    input: str,
) -> Ran:
    if server is not None:
        return server.run(module, words, env, folder, input)
    return subprocess.run(
        [sys.executable, "-m", module, *words],
        capture_output=True,
        text=True,
        input=input,
        timeout=100,
        env={**env, "PYTHONPATH": str(ROOT)},
        cwd=folder,
    )


@pytest.fixture
def offline(tmp_path: Path, fork_server: ForkServer | None) -> Command:
    """Run the command without a place to connect to."""

    def run(*words: str, input: str = "", **more: str) -> Ran:
        env = environment(tmp_path, **more)
        return _run(fork_server, "graphsync", words, tmp_path, env, input)

    return run


@pytest.fixture
def graphsync(tmp_path: Path, graph_emulator: Emulator, fork_server: ForkServer | None) -> Command:
    """Run the command against a local Graph of the test's own."""

    def run(*words: str, input: str = "", **more: str) -> Ran:
        env = {**environment(tmp_path, graph_emulator.url), **more}
        return _run(fork_server, "graphsync", words, tmp_path, env, input)

    return run


class Terminal:
    """A command on a terminal of its own: what it shows, and what is typed."""

    def __init__(self, leader: int, process: Forked) -> None:
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


OnTerminal = Callable[..., AbstractContextManager[Terminal]]


@pytest.fixture
def terminal(fork_server: ForkServer | None) -> OnTerminal:
    """Run a command on a terminal, which gets standard error as well."""
    if fork_server is None:
        pytest.skip("Windows has no pty")
    import pty

    @contextmanager
    def run(folder: Path, url: str | None, *words: str, **more: str) -> Iterator[Terminal]:
        leader, follower = pty.openpty()
        env = {**environment(folder, url), "TERM": "xterm", "COLUMNS": "160", **more}
        streams = [os.ttyname(follower)] * 3
        process = fork_server.start("graphsync", words, env, folder, streams, terminal=True)
        os.close(follower)
        try:
            yield Terminal(leader, process)
        finally:
            process.kill()
            process.wait()
            os.close(leader)

    return run


@pytest.fixture
def clocked(tmp_path: Path, graph_emulator: Emulator, fork_server: ForkServer | None) -> Command:
    """Run the command so that its pauses move the clock of the local Graph."""

    def run(*words: str, input: str = "", **more: str) -> Ran:
        env = {**environment(tmp_path, graph_emulator.url), **more}
        asked = (graph_emulator.url, *words)
        return _run(fork_server, "tests.cli.on_moved_clock", asked, tmp_path, env, input)

    return run
