"""The lock tells what a package was made of, and the package in the repository is what its lock says."""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import version
from pathlib import Path

from generator.emit.lock import LOCK, digest, generated_files, lock_text
from tests.generator.documents import contents, generate, openapi, operation, thing

GENERATED = Path(__file__).parents[3] / "generated" / "graphsync_client"
DOCUMENT = openapi({"job": thing()}, {"/jobs": {"get": operation()}})


def hashes(folder: Path) -> dict[str, str]:
    files = {
        name: data
        for name, data in contents(folder).items()
        if "__pycache__" not in name and name != LOCK
    }
    return {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}


def test_every_file_every_input_and_the_tools_are_in_it(tmp_path: Path) -> None:
    target = tmp_path / "client"
    generate(DOCUMENT, target, slice=b"the slice", overlay=b"")
    lock = json.loads((target / LOCK).read_bytes())
    assert lock["files"] == hashes(target)
    assert {"models/job.py", "api/jobs/get_jobs.py", "types.py", "py.typed"} <= lock["files"].keys()
    assert lock["inputs"] == {
        "overlay": hashlib.sha256(b"").hexdigest(),
        "slice": hashlib.sha256(b"the slice").hexdigest(),
    }
    assert lock["tools"] == {name: version(name) for name in ("openapi-python-client", "ruff")}


def test_caches_and_the_lock_itself_are_left_out(tmp_path: Path) -> None:
    for name in ("a.py", "b/c.py", "__pycache__/a.pyc", "b/__pycache__/c.pyc", LOCK):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    assert [path.relative_to(tmp_path).as_posix() for path in generated_files(tmp_path)] == [
        "a.py",
        "b/c.py",
    ]
    assert json.loads(lock_text({}, tmp_path))["files"] == {
        "a.py": digest(b"x"),
        "b/c.py": digest(b"x"),
    }


def test_the_committed_package_is_what_its_lock_says() -> None:
    lock = json.loads((GENERATED / LOCK).read_bytes())
    assert lock["files"] == hashes(GENERATED)
    assert len(lock["files"]) > 150


def test_the_committed_package_is_made_of_the_committed_inputs() -> None:
    spec = GENERATED.parents[1] / "spec"
    lock = json.loads((GENERATED / LOCK).read_bytes())
    assert {"overlay.yaml", "docs.yaml", "scope.toml", "synchronization-v1.0.yaml"} <= lock[
        "inputs"
    ].keys()
    assert lock["inputs"] == {name: digest((spec / name).read_bytes()) for name in lock["inputs"]}
