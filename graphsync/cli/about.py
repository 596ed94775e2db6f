"""What a report of a problem needs to say."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

_LIBRARIES = ("httpx", "azure-identity", "attrs", "msgspec", "typer", "rich", "pyyaml", "regex")


def about() -> str:
    """Return the version of graphsync, of Python, of the system and of what stands below."""
    from graphsync import __version__

    libraries = ", ".join(f"{name} {found}" for name in _LIBRARIES if (found := _version(name)))
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return (
        f"graphsync {__version__}\n{python}, {platform.system()}"
        f" {platform.machine()}\n{libraries}\n"
    )


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
