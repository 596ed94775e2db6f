"""The other clients of this API, in an environment of their own."""

from __future__ import annotations

import os
import subprocess
import venv
from pathlib import Path

PACKAGES = ("msgraph-sdk", "Office365-REST-Python-Client")


def versions(python: str) -> str:
    """Return what is installed there."""
    code = (
        "from importlib.metadata import version; print(*(f'{name} {version(name)}' for name in"
        f" {PACKAGES}), sep=', ')"
    )
    return subprocess.run(
        [python, "-c", code], check=True, capture_output=True, text=True
    ).stdout.strip()


def environment() -> str:
    """Make the environment in the user's cache folder, or the one that GRAPHSYNC_PEERS names.

    Return its interpreter.
    """
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = Path(os.environ.get("GRAPHSYNC_PEERS") or cache / "graphsync" / "peers")
    python = folder / "bin" / "python"
    if not (folder / "ready").exists():
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run(
            [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES],
            check=True,
        )
        (folder / "ready").touch()
    return str(python)
