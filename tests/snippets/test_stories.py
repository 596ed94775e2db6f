"""The pages that people follow step by step: their commands and programs run, in order, on a local Graph."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from .blocks import ROOT

STORIES = (
    "tutorial.md",
    *(f"how-to/{name}.md" for name in ("no-account", "move-mappings", "rotate-tokens")),
)
_BLOCK = re.compile(r"^```(console|python)\n(.*?)^```", re.DOTALL | re.MULTILINE)
_START = 'eval "$(graphsync emulator demo)"\n'
_STOP = "graphsync emulator stop\n"


def script(page: Path) -> str:
    """Return the blocks of a page as one program of a shell that ends at the first failure."""
    parts = []
    for kind, text in _BLOCK.findall(page.read_text("utf-8")):
        parts.append(
            text if kind == "console" else f"{sys.executable} - <<'PROGRAM'\n{text}PROGRAM\n"
        )
    story = "".join(parts)
    if _START not in story:
        # A how-to takes a sign-in for granted, and leaves the tenant as it is.
        story = f"{_START}trap '{_STOP.strip()}' EXIT\n{story}"
    return f"set -euo pipefail\n{story}"


@pytest.mark.skipif(sys.platform == "win32", reason="the pages are for a POSIX shell")
@pytest.mark.timeout(180)
@pytest.mark.parametrize("name", STORIES)
def test_a_page_does_what_it_says(name: str, tmp_path: Path) -> None:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GRAPHSYNC_")}
    places = f"{Path(sys.executable).parent}{os.pathsep}{kept['PATH']}"
    ran = subprocess.run(
        ["bash", "-c", script(ROOT / "docs" / name)],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=kept | {"PATH": places, "HOME": str(tmp_path)},
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "is ended" in ran.stderr


def test_every_how_to_is_a_story() -> None:
    found = {f"how-to/{page.name}" for page in (ROOT / "docs" / "how-to").iterdir()}
    assert found == {name for name in STORIES if "/" in name}


def test_a_step_that_fails_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("```console\ngraphsync lint nothing.yaml\necho after\n```\n")
    story = script(page).replace(_START, "").replace(_STOP.strip(), ":")
    places = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        ["bash", "-c", story],
        capture_output=True,
        text=True,
        env=os.environ | {"PATH": places},
        check=False,
    )
    assert ran.returncode == 3
    assert "after" not in ran.stdout
