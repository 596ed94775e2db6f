"""No text of ours installs the distribution named `graphsync`: that one is somebody else's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# After `install`, options and other packages may stand before the name; an extra or a version may follow it.
STRANGER = re.compile(
    r"""(?x)
    \b(?:pip|pipx|uv|poetry|pdm|conda)\b (?:\s+[\w-]+)*? \s+ (?:install|add|inject|run) \b [^\n`]*?
        (?<![\w./-]) graphsync (?![\w./-])
    | (?<![\w./-]) graphsync \[ [a-z, ]+ \]
    """
)


def texts() -> list[Path]:
    """Return every text of the project but what other people wrote: the documents of Graph."""
    skipped = {"generated", "dist", "build", "__pycache__"}
    hidden = {path.name for path in ROOT.iterdir() if path.name.startswith(".")} - {
        ".github",
        ".ci",
    }
    endings = {".md", ".py", ".toml", ".yaml", ".yml", ".sh", ".txt", ".cfg", ".html", ".jinja", ""}
    found = []
    for path in ROOT.rglob("*"):
        parts = path.relative_to(ROOT).parts
        if (
            path.is_file()
            and path.suffix in endings
            and not (skipped | hidden).intersection(parts)
            and path != Path(__file__)
        ):
            found.append(path)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "pip install graphsync",
        "pip install --user httpx graphsync",
        "python -m pip install 'graphsync[emulator]'",
        "pipx install graphsync==0.1",
        "uv pip install -U graphsync",
        "the extra graphsync[cli]",
    ],
)
def test_the_pattern_finds_what_it_looks_for(text: str) -> None:
    assert STRANGER.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "pip install .",
        "pip install graphsync-client",
        "python -m pip install 'graphsync-client[emulator]'",
        "pip install '.[emulator]' in graphsync/",
        "import graphsync",
        "jobs[job_id] of graphsync",
    ],
)
def test_the_pattern_leaves_the_rest_alone(text: str) -> None:
    assert not STRANGER.search(text)


def test_no_text_installs_the_stranger() -> None:
    files = texts()
    assert len(files) > 200
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in files
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if STRANGER.search(line)
    ]
    assert found == []
