"""The command as a process that starts at once: a fork of one that has imported everything.

Python and the libraries take half a second to start, and the tests start the command hundreds of
times. A fork has its own memory, streams, working directory, variables and exit code; what a start
imports is tested elsewhere, with real starts.
"""

from __future__ import annotations

import json
import os
import runpy
import select
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).parents[2]


class Forked:
    """A running fork."""

    def __init__(self, server: ForkServer, pid: int) -> None:
        self._server = server
        self.pid = pid
        self.returncode: int | None = None

    def wait(self, seconds: float = 60) -> int:
        if self.returncode is None:
            self.returncode = self._server.wait(self.pid, seconds)
        return self.returncode

    def kill(self) -> None:
        if self.returncode is None:
            os.kill(self.pid, signal.SIGKILL)


class ForkServer:
    """A process that has imported the command, and forks for each command line."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.cli.forks"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            # macOS ends a fork of a process that has used its frameworks, unless this is set.
            env={**os.environ, "OBJC_DISABLE_INITIALIZE_FORK_SAFETY": "YES"},
        )

    def start(
        self,
        module: str,
        words: Sequence[str],
        env: Mapping[str, str],
        cwd: Path,
        streams: Sequence[str],
        *,
        terminal: bool = False,
    ) -> Forked:
        """Start `python -m module`; the streams are paths of standard input, output and error."""
        asked = {
            "module": module,
            "words": [*words],
            "env": {**env},
            "cwd": str(cwd),
            "streams": [*streams],
            "terminal": terminal,
        }
        return Forked(self, int(self._ask(asked, 60)))

    def wait(self, pid: int, seconds: float) -> int:
        try:
            return int(self._ask({"wait": pid}, seconds))
        except TimeoutError:
            os.kill(pid, signal.SIGKILL)
            raise

    def run(
        self, module: str, words: Sequence[str], env: Mapping[str, str], cwd: Path, input: str
    ) -> subprocess.CompletedProcess[str]:
        with tempfile.TemporaryDirectory() as folder:
            paths = [Path(folder) / name for name in ("in", "out", "err")]
            for path in paths:
                path.write_text(input if path.name == "in" else "", "utf-8")
            code = self.start(module, words, env, cwd, [*map(str, paths)]).wait()
            out, err = (path.read_text("utf-8") for path in paths[1:])
        return subprocess.CompletedProcess([*words], code, out, err)

    def end(self) -> None:
        self._process.communicate(timeout=60)

    def _ask(self, what: object, seconds: float) -> str:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(what) + "\n")
        self._process.stdin.flush()
        if not select.select([self._process.stdout], [], [], seconds)[0]:
            raise TimeoutError(f"no answer within {seconds} s to {what}")
        return self._process.stdout.readline()


def _become(asked: dict[str, object], ready: int) -> NoReturn:
    """Be the command: the streams, the folder and the variables are its own."""
    os.setsid()
    flags = (os.O_RDWR,) * 3 if asked["terminal"] else (os.O_RDONLY, os.O_WRONLY, os.O_WRONLY)
    streams = asked["streams"]
    assert isinstance(streams, list)
    for number, (path, flag) in enumerate(zip(streams, flags, strict=True)):
        opened = os.open(path, flag)
        os.dup2(opened, number)
        os.close(opened)
    is_terminal = bool(asked["terminal"])
    if is_terminal:
        import fcntl
        import termios

        # Ctrl-C becomes a signal for the process whose terminal it is.
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
        # Else the terminal drops on Ctrl-C what it has not handed on yet. Observed once, on a busy
        # machine: the last line of a command was missing.
        attributes = termios.tcgetattr(0)
        attributes[3] |= termios.NOFLSH
        termios.tcsetattr(0, termios.TCSANOW, attributes)
    os.close(ready)
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    sys.stdout = os.fdopen(1, "w", 1 if is_terminal else -1, encoding="utf-8", closefd=False)
    sys.stderr = os.fdopen(2, "w", 1, "utf-8", "backslashreplace", closefd=False)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    env = asked["env"]
    assert isinstance(env, dict)
    os.environ.clear()
    os.environ.update(env)
    os.chdir(str(asked["cwd"]))
    words = asked["words"]
    assert isinstance(words, list)
    sys.argv = ["graphsync", *words]
    code: object = 0
    try:
        runpy.run_module(str(asked["module"]), run_name="__main__")
    except SystemExit as end:
        code = end.code
    except BaseException:  # noqa: BLE001  # as Python does at its end
        import traceback

        traceback.print_exc()
        code = 1
    if isinstance(code, str):
        sys.stderr.write(code + "\n")
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    if is_terminal:
        import termios

        termios.tcdrain(2)
    os._exit(code if isinstance(code, int) else 0)


def _serve() -> None:
    from graphsync.cli.root import WORDS, load

    for word in WORDS:
        load(word)
    for name in (
        "rich.console",
        "rich.live",
        "rich.progress",
        "rich.table",
        "yaml",
        "graphsync.emulator",
        "tests.wire.payroll_upload",
    ):
        import_module(name)
    for line in sys.stdin:
        asked = json.loads(line)
        if "wait" in asked:
            _, status = os.waitpid(asked["wait"], 0)
            answer = os.waitstatus_to_exitcode(status)
        else:
            reading, ready = os.pipe()
            answer = os.fork()
            if answer == 0:
                os.close(reading)
                _become(asked, ready)
            os.close(ready)
            # Nothing is at the other end of a terminal before the fork has opened it.
            os.read(reading, 1)
            os.close(reading)
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _serve()
