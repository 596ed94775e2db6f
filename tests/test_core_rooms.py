"""Each file of the pure core has a test file of its own."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[1]
CORE = ROOT / "graphsync" / "_core"
# Rooms that are tested by what they do: their files are the steps of one piece of work.
TESTED_AS_A_WHOLE = {
    "config": ROOT / "tests" / "config",
    "inbound": ROOT / "tests" / "inbound",
    "tasks": ROOT / "tests" / "facade" / "aio" / "test_run.py",
}


def files() -> list[Path]:
    found = (path.relative_to(CORE) for path in CORE.rglob("*.py") if path.name != "__init__.py")
    return sorted(path for path in found if path.parts[0] not in TESTED_AS_A_WHOLE)


def test_each_file_has_a_test_of_its_name_in_the_room_of_its_name():
    assert len(files()) > 40
    tests = {path: ROOT / "tests" / "core" / path.parent / f"test_{path.name}" for path in files()}
    assert [str(path) for path, test in tests.items() if not test.is_file()] == []


def test_it_tests_that_file():
    for path in files():
        text = (ROOT / "tests" / "core" / path.parent / f"test_{path.name}").read_text()
        module = ".".join(("graphsync", "_core", *path.with_suffix("").parts))
        package, _, name = module.rpartition(".")
        assert f"from {module} import" in text or f"from {package} import {name}" in text, path


def test_rooms_that_are_tested_as_a_whole_are_there_and_tested():
    for room, tests in TESTED_AS_A_WHOLE.items():
        assert not (CORE / room).is_dir() or tests.is_file() or any(tests.glob("test_*.py"))
