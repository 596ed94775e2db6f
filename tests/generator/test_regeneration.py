"""Regenerating from a changed document turns no test red where the report says that the change is compatible."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cut.slices import Slices
from tests.generator.regeneration import changed_project, copy_of_project, ran, regenerate

# Those that look at the document, the slices, the pin or the list of what is generated.
LOOKING = (
    "tests/generator/words",
    "tests/generator/cut/test_slices.py",
    "tests/generator/cut/test_slice_format.py",
    "tests/generator/emit/test_operations_page.py",
    "tests/generator/emit/test_lock.py",
    "tests/generator/fetch/test_upstream.py",
    "tests/contract",
    "tests/models/test_imports.py",
    "tests/facade/test_reach.py",
    "tests/facade/aio/test_availability.py",
    "tests/emulator/test_honesty.py",
)


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    return changed_project(tmp_path_factory.mktemp("changed"))


@pytest.mark.timeout(900)
def test_the_report_names_what_waits_and_the_tests_that_look_at_the_document_pass(
    changed: tuple[Path, str, str],
) -> None:
    project, word, told = changed
    assert "breaking" not in told.split("suggested version", 1)[0]
    assert "\ncompatible: programs go on as they are (" in told
    assert "\nspec/facade.toml: operations without a verb and without a way (" in told
    assert f"\n  {word}_job\n" in told
    assert f"\n  types/synchronizationJob/properties/{word}DateTime\n" in told
    assert (
        f"no verb and no way in spec/facade.toml: {word}_job\n"
        in ran(project, "-m", "generator", "--check").stdout
    )
    done = ran(
        project,
        "-m",
        "pytest",
        "-q",
        "-n",
        "0",
        "-m",
        "not slow and not specs and not installed",
        *LOOKING,
    )
    assert " passed" in done.stdout


@pytest.mark.slow
@pytest.mark.timeout(7200)
def test_the_whole_suite_passes(changed: tuple[Path, str, str]) -> None:
    done = ran(changed[0], "-m", "pytest", "-q", "-n", "2", "-m", "not slow and not installed")
    assert " passed" in done.stdout


@pytest.mark.slow
@pytest.mark.timeout(7200)
def test_the_whole_suite_passes_on_another_document_without_changes(tmp_path: Path) -> None:
    project = copy_of_project(tmp_path / "project")
    told = regenerate(project, Slices.committed(project / "spec").document())
    assert told.endswith("no change\n")
    assert (
        " passed"
        in ran(project, "-m", "pytest", "-q", "-n", "2", "-m", "not slow and not installed").stdout
    )
