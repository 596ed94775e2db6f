"""The pytest plugin, in a pytest of its own."""

import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from graphsync.emulator import SCIM_PRINCIPAL_ID, Emulator

TEST = """
import httpx, pytest

def test_default(graph_emulator):
    answer = httpx.get(f"{graph_emulator.url}/servicePrincipals", headers={"Authorization": "Bearer x"})
    assert len(answer.json()["value"]) == 4

@pytest.mark.graph_emulator(speed=0, page_size=1)
def test_with_options(graph_emulator):
    answer = httpx.get(f"{graph_emulator.url}/servicePrincipals", headers={"Authorization": "Bearer x"})
    assert len(answer.json()["value"]) == 1
"""


def run(folder: Path, *options: str, before: str = "") -> "subprocess.CompletedProcess[str]":
    program = f"{before}\nimport sys, pytest; sys.exit(pytest.main(sys.argv[1:]))"
    command = [
        sys.executable,
        "-c",
        program,
        "-q",
        "-p",
        "no:cacheprovider",
        "--strict-markers",
        "-W",
        "error",
        *options,
    ]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=100)


def test_the_fixture_runs_an_emulator_with_the_markers_options(tmp_path: Path) -> None:
    (tmp_path / "test_story.py").write_text(TEST)
    ran = run(tmp_path)
    assert "2 passed" in ran.stdout, ran.stdout + ran.stderr


WITHOUT_EXTRA = """
import sys
for name in ("starlette", "uvicorn", "httptools", "trustme", "jinja2", "jwt", "typer"):
    sys.modules[name] = None
"""


def test_without_the_extra_pytest_is_undisturbed(tmp_path: Path) -> None:
    (tmp_path / "test_other.py").write_text("def test_other(): pass\n")
    ran = run(tmp_path, before=WITHOUT_EXTRA)
    assert "1 passed" in ran.stdout, ran.stdout + ran.stderr


def test_without_the_extra_the_fixture_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "test_story.py").write_text(TEST)
    ran = run(tmp_path, before=WITHOUT_EXTRA)
    assert ran.returncode != 0
    assert "graph_emulator needs the extra graphsync-client[emulator]" in ran.stdout
    assert "pip install 'graphsync-client[emulator]'" in ran.stdout


def test_the_plugin_imports_no_server_until_asked(tmp_path: Path) -> None:
    (tmp_path / "test_other.py").write_text(
        "import sys\ndef test_other(): assert 'uvicorn' not in sys.modules\n"
    )
    assert "1 passed" in run(tmp_path).stdout


def test_this_very_fixture(graph_emulator: Emulator) -> None:
    url = f"{graph_emulator.url}/servicePrincipals/{SCIM_PRINCIPAL_ID}"
    assert httpx.get(url, headers={"Authorization": "Bearer x"}).json()["id"] == SCIM_PRINCIPAL_ID


def test_misuse_is_told() -> None:
    emulator = Emulator()
    with pytest.raises(RuntimeError, match="with Emulator"):
        _ = emulator.url
    with pytest.raises(RuntimeError, match="tls=True"):
        _ = emulator.ca_file
    with emulator:
        with pytest.raises(RuntimeError, match="tls=True"):
            _ = emulator.authority
        with pytest.raises(RuntimeError, match="open already"):
            emulator.open()
    emulator.close()
    with pytest.raises(RuntimeError, match="did not start"), Emulator(host="192.0.2.1"):
        pass
