"""`GENERATED.lock`: what the output was made of, and the hash of each file of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

LOCK = "GENERATED.lock"
_TOOLS = ("openapi-python-client", "ruff")


def digest(data: bytes) -> str:
    """Return the SHA-256 of some bytes."""
    return hashlib.sha256(data).hexdigest()


def lock_text(inputs: Mapping[str, bytes], folder: Path) -> str:
    """Return the lock of a written package: hashes of the inputs, versions of the tools, hashes
    of the files.
    """
    files = {
        path.relative_to(folder).as_posix(): digest(path.read_bytes())
        for path in generated_files(folder)
    }
    content = {
        "inputs": {name: digest(data) for name, data in sorted(inputs.items())},
        "tools": {tool: version(tool) for tool in _TOOLS},
        "files": files,
    }
    return json.dumps(content, indent=1) + "\n"


def generated_files(folder: Path) -> list[Path]:
    """Return every file of the package but the lock, sorted."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and path.name != LOCK and "__pycache__" not in path.parts
    )
