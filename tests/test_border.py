"""Who may import whom, and what an import costs."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OURS = sorted(
    path
    for folder in ("_core", "_async", "_sync")
    for path in (ROOT / "graphsync" / folder).rglob("*.py")
)


def run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    lint = Path(sys.executable).parent / "lint-imports"
    return subprocess.run(
        [lint, "--no-cache"], capture_output=True, text=True, check=False, cwd=folder
    )


def test_the_contracts_of_import_linter_hold():
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


PLANTED = {
    # Where, what is imported for type checking alone, and the contract that breaks.
    "a circle of modules": (
        "_core/state/snapshot",
        "graphsync._core.state.entity_state",
        "No circles",
    ),
    "a circle of rooms": ("_async/navigation/entity", "graphsync._async.client", "No circles"),
    "a room above": (
        "_async/schema/rule",
        "graphsync._async.synchronization.job",
        "rooms of a twin",
    ),
    "the core's": ("_core/request/ids", "graphsync._core.response.hints", "rooms of the core"),
    "a package above": ("errors", "graphsync._core.json_values", "What has no requests"),
    "the local Graph": ("emulator/clock", "graphsync.emulator.graph", "No circles"),
}


@pytest.mark.parametrize("name", PLANTED)
def test_an_arrow_the_wrong_way_is_found_even_for_type_checking_alone(tmp_path, name):
    place, imported, contract = PLANTED[name]
    for package in ("graphsync", "generated/graphsync_client", "generator"):
        shutil.copytree(
            ROOT / package,
            tmp_path / Path(package).name,
            ignore=shutil.ignore_patterns("__pycache__"),
        )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    path = tmp_path / "graphsync" / f"{place}.py"
    planted = f"from typing import TYPE_CHECKING as _\n\nif _:\n    import {imported}\n"
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{planted}", encoding="utf-8")
    done = lint_imports(tmp_path)
    assert done.returncode == 1, done.stdout
    assert re.search(rf"{contract}[^\n]* BROKEN", done.stdout), done.stdout


def test_httpx_is_imported_by_the_transport_alone():
    # import-linter leaves out what only checkers see; at run time these are all.
    importers = set()
    for path in OURS:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            names = [name.name for name in node.names] if isinstance(node, ast.Import) else []
            module = node.module or "" if isinstance(node, ast.ImportFrom) else ""
            if any(name.split(".")[0] in {"httpx", "httpcore"} for name in [*names, module]):
                importers.add(path.stem)
    assert importers == {"connection", "connector", "network", "pools"}


@pytest.mark.parametrize("name", ["time.sleep", "asyncio.sleep", "anyio.sleep"])
def test_one_module_sleeps(name):
    sleepers = {path.name for path in OURS if name in path.read_text(encoding="utf-8")}
    assert sleepers <= {"native.py"}


def test_importing_the_package_imports_next_to_nothing():
    heavy = (
        "httpx",
        "azure",
        "msal",
        "attrs",
        "graphsync_client",
        "asyncio",
        "anyio",
        "ssl",
        "starlette",
    )
    assert run(f"import sys, graphsync; print([n for n in {heavy!r} if n in sys.modules])") == "[]"


def test_the_sign_in_library_waits_for_a_token():
    code = """
import sys
from graphsync import GraphClient, auth
GraphClient.with_credentials("t", "c", "s").close()
GraphClient(auth.default()).close()
print([name for name in ("azure", "msal", "requests") if name in sys.modules])
"""
    assert run(code) == "[]"


def test_hand_written_files_are_short():
    long = {
        path.name: lines
        for path in OURS
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 450
    }
    assert long == {}
