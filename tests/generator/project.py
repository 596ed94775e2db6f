"""A project to run the generator in: the real one's spec and facade, in a folder of the test."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.run import Paths

ROOT = Path(__file__).parents[2]


def project_in(folder: Path) -> Paths:
    """Copy what a run reads."""
    shutil.copytree(ROOT / "spec", folder / "spec")
    shutil.copytree(
        ROOT / "graphsync", folder / "graphsync", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copytree(
        ROOT / "generated" / "graphsync_client",
        folder / "generated" / "graphsync_client",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    shutil.copy(ROOT / "pyproject.toml", folder)
    shutil.copytree(ROOT / "docs", folder / "docs")
    return Paths(project=folder, out=folder / "generated" / "graphsync_client")
