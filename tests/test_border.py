"""Who may import whom, and what an import costs."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OURS = sorted(path for folder in ("_core", "_async", "_sync") for path in (ROOT / "graphsync" / folder).rglob("*.py"))


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_contracts_of_import_linter_hold():
    lint = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([lint, "--no-cache"], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


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
    heavy = ("httpx", "azure", "msal", "attrs", "graphsync_client", "asyncio", "anyio", "ssl", "starlette")
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
    long = {path.name: lines for path in OURS if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 400}
    assert long == {}
