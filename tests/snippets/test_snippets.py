"""Every Python block of the documents passes mypy and pyright, both strict."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from .blocks import ROOT, documents, modules


@pytest.fixture(scope="module")
def snippets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("snippets")
    for document in documents():
        for name, text in modules(document).items():
            (folder / name).write_text(text, "utf-8")
    return folder


Checker = Callable[[Path], "subprocess.CompletedProcess[str]"]


def mypy(folder: Path) -> subprocess.CompletedProcess[str]:
    files = sorted(str(path) for path in folder.glob("*.py"))
    cache = ("--cache-dir", str(folder / "cache"))
    return subprocess.run(
        [sys.executable, "-m", "mypy", *cache, *files],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def pyright(folder: Path) -> subprocess.CompletedProcess[str]:
    paths = [str(ROOT), str(ROOT / "generated")]
    settings = {
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
        "include": ["."],
        "extraPaths": paths,
    }
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    command = [
        sys.executable,
        "-m",
        "pyright",
        "--pythonpath",
        sys.executable,
        "--project",
        str(folder),
    ]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_documents_of_a_first_look_have_blocks() -> None:
    names = {document.relative_to(ROOT).as_posix() for document in documents()}
    assert {"README.md", "docs/guide.md", "docs/emulator.md"} <= names


def test_mypy_accepts_every_block(snippets: Path) -> None:
    done = mypy(snippets)
    assert done.returncode == 0, done.stdout + done.stderr


def test_pyright_accepts_every_block(snippets: Path) -> None:
    done = pyright(snippets)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("check", [mypy, pyright])
def test_a_block_that_forgets_what_may_be_missing_is_found(
    snippets: Path, tmp_path: Path, check: Checker
) -> None:
    readme = next(
        path for path in snippets.glob("readme_*.py") if "in_quarantine" in path.read_text("utf-8")
    )
    careless = readme.read_text("utf-8").replace(
        "if job.status and job.status.code", "if job.status.code"
    )
    assert careless != readme.read_text("utf-8")
    (tmp_path / "careless.py").write_text(careless)
    done = check(tmp_path)
    assert done.returncode == 1
    assert "careless.py" in done.stdout
