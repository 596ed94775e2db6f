"""The command as a process of its own, beside a local Graph."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from graphsync.emulator import Emulator

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
