"""What a report of a problem needs to say."""

from __future__ import annotations

import platform
import sys
from pathlib import Path

_LIBRARIES = ("httpx", "azure-identity", "attrs", "msgspec", "typer", "rich", "pyyaml", "regex")
_ENDING = ".dist-info"


def about() -> str:
    """Return the version of graphsync, of Python, of the system and of what stands below."""
    from graphsync._core.request.release import VERSION

    installed = _installed()
    libraries = ", ".join(
        f"{name} {found}" for name in _LIBRARIES if (found := installed.get(name) or _asked(name))
    )
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"graphsync {VERSION}\n{python}, {platform.system()} {platform.machine()}\n{libraries}\n"


def _installed() -> dict[str, str]:
    """Return versions by the names of the folders that installers write.

    `importlib.metadata` finds the same, but takes 20 ms to import and to read the files in them.
    """
    found: dict[str, str] = {}
    for folder in reversed(sys.path):
        try:
            entries = [one.name for one in Path(folder or ".").iterdir()]
        except OSError:  # a zip file, or a folder that is not there
            continue
        for entry in entries:
            if entry.endswith(_ENDING):
                name, _, version = entry.removesuffix(_ENDING).partition("-")
                found[name.lower().replace("_", "-").replace(".", "-")] = version
    return found


def _asked(name: str) -> str | None:
    """Return what a distribution says that is installed in another way, such as in a zip file."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return None
