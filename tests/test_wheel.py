"""The built wheel, installed alone, is a whole client: no generator, no source tree, none of their dependencies."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest

import graphsync
from graphsync.emulator import Emulator
from graphsync.emulator.well_known import SCIM_JOB_ID, SCIM_PRINCIPAL_ID

ROOT = Path(__file__).parent.parent
PROGRAM = """
import sys
from importlib.abc import MetaPathFinder

class OnlyWhatIsInstalled(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.split(".")[0] in {"generator", "tests", "yaml", "openapi_python_client", "jinja2", "starlette", "uvicorn"}:
            raise ImportError(f"an installed client has no {name}")

sys.meta_path.insert(0, OnlyWhatIsInstalled())
sys.path.insert(0, sys.argv[1])
import graphsync, graphsync_client
assert graphsync.__file__.startswith(sys.argv[1]), graphsync.__file__
assert graphsync_client.__file__.startswith(sys.argv[1]), graphsync_client.__file__
with graphsync.GraphClient("token", endpoint=sys.argv[2]) as graph:
    for job in graph.service_principals[sys.argv[3]].synchronization.jobs:
        print(job.id, job.status.code)
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(folder),
        str(ROOT),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("*.whl")
    return built


def test_it_holds_both_packages_their_types_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {
        "graphsync",
        "graphsync_client",
    }
    assert {"graphsync/py.typed", "graphsync_client/py.typed"} <= set(names)
    assert not [name for name in names if name.endswith((".yaml", ".jinja", ".toml"))]


def test_it_is_called_after_the_client_and_not_after_a_stranger(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = message_from_bytes(archive.read(name))
    assert (metadata["Name"], metadata["Version"]) == ("graphsync-client", graphsync.__version__)
    assert metadata.get_all("Provides-Extra")
    assert not [
        text
        for text in metadata.get_all("Requires-Dist") or []
        if re.match(r"graphsync(?!-client)", text)
    ]


def test_it_lists_jobs_where_nothing_else_is_installed(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    with Emulator() as emulator:
        command = [
            sys.executable,
            "-I",
            "-W",
            "error",
            "-c",
            PROGRAM,
            str(tmp_path),
            emulator.url,
            SCIM_PRINCIPAL_ID,
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert SCIM_JOB_ID in done.stdout
