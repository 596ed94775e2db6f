"""The pin moves alone, and to nothing that is no commit."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.fetch.upstream import load_pin
from tests.generator.project import ROOT

UPSTREAM = ROOT / "spec" / "upstream.toml"
COMMIT, BLOB = "c" * 40, "b" * 40


def pinned(target: Path, commit: str, blob: str) -> subprocess.CompletedProcess[str]:
    target.write_bytes(UPSTREAM.read_bytes())
    command = [sys.executable, "-m", "generator.pin", commit, blob, "--upstream", str(target)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_commit_and_blob_are_written_and_everything_else_stays(tmp_path: Path) -> None:
    target = tmp_path / "upstream.toml"
    assert pinned(target, COMMIT, BLOB).returncode == 0
    old, new = load_pin(UPSTREAM), load_pin(target)
    assert (new.commit, new.blob) == (COMMIT, BLOB)
    assert target.read_text("utf-8") == UPSTREAM.read_text("utf-8").replace(
        old.commit, COMMIT
    ).replace(old.blob, BLOB)


@pytest.mark.parametrize(
    ("commit", "blob"), [("main", BLOB), (COMMIT, ""), (f'{COMMIT}"\nserver = "http://x', BLOB)]
)
def test_what_is_no_commit_is_refused_and_the_file_stays(
    tmp_path: Path, commit: str, blob: str
) -> None:
    target = tmp_path / "upstream.toml"
    done = pinned(target, commit, blob)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert target.read_bytes() == UPSTREAM.read_bytes()
