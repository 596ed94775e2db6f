"""`python -m generator.diff` and `python -m generator` end with codes that a pipeline can rely on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cut.slice_format import dump
from generator.cut.slices import Slices
from generator.diff import compare
from tests.generator.project import ROOT


def ran(module: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", module, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)


@pytest.fixture(scope="module")
def less(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The committed slices without an action."""
    document = Slices.committed(ROOT / "spec").document()
    document["paths"] = {
        path: item for path, item in document["paths"].items() if not path.endswith("/restart")
    }
    target = tmp_path_factory.mktemp("less") / "less.yaml"
    target.write_bytes(dump(document))
    return target


def test_nothing_changed_ends_with_0() -> None:
    done = ran("generator.diff", "committed", "committed", "--fail-on", "documentation")
    assert (done.returncode, done.stdout.splitlines()[-1], done.stderr) == (0, "no change", "")


def test_a_change_ends_with_1_only_where_it_was_asked_for(less: Path) -> None:
    assert ran("generator.diff", "committed", less).returncode == 0
    assert ran("generator.diff", "committed", less, "--fail-on", "breaking").returncode == 1
    assert ran("generator.diff", less, "committed", "--fail-on", "breaking").returncode == 0
    assert ran("generator.diff", less, "committed", "--fail-on", "compatible").returncode == 1


def test_a_renamed_placeholder_shows_which_patches_lose_their_target(tmp_path: Path) -> None:
    document = Slices.committed(ROOT / "spec").document()
    text = dump(document).decode("utf-8").replace("{synchronizationJob-id}", "{job-id}")
    renamed = tmp_path / "renamed.yaml"
    renamed.write_text(text.replace("name: synchronizationJob-id", "name: job-id"), "utf-8")
    report = compare("committed", str(renamed), ROOT)
    assert any(
        "{job-id}" not in line and "{synchronizationJob-id}" in line for line in report.skipped
    )
    assert set(json.loads(report.json())["overlay_skipped"]) == set(report.skipped)


def test_json_is_all_that_stdout_has(less: Path) -> None:
    done = ran("generator.diff", "committed", less, "--json")
    names = {change["name"]: change["weight"] for change in json.loads(done.stdout)["changes"]}
    assert names["restart_job"] == "breaking"


@pytest.mark.parametrize("content", ["", "openapi: 3.0.4", "{", "\x00"])
def test_an_unusable_document_ends_with_2_and_one_line(tmp_path: Path, content: str) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text(content, "utf-8")
    done = ran("generator.diff", "committed", bad)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("diff: ")
    assert len(done.stderr.splitlines()) == 1


def test_a_scope_needs_a_document_and_a_place(tmp_path: Path) -> None:
    scope = ROOT / "spec" / "scope.toml"
    for arguments, missing in (((), "OUT"), (("--out", tmp_path / "x"), "SPEC")):
        done = ran("generator", "--scope", scope, *arguments)
        assert done.returncode == 2
        assert f"give {missing} as well" in done.stderr
    assert not (tmp_path / "x").exists()


@pytest.mark.specs
def test_other_paths_are_compared_by_their_own_scope(specs: Path) -> None:
    scope = ROOT / "tests" / "scopes" / "provisioning_logs.toml"
    old, new = str(specs / "v1.0-2023-05.yaml.xz"), str(specs / "v1.0.yaml.xz")
    report = compare(old, new, ROOT, scope)
    assert {change.name for change in report.changes if change.what == "removed"} == set()
    assert (report.gaps.without_home, report.gaps.without_operation, report.missing_words) == (
        (),
        (),
        (),
    )
    assert list(compare(new, new, ROOT, scope).changes) == []


def test_the_committed_slices_have_no_other_scope() -> None:
    done = ran(
        "generator.diff", "committed", "committed", "--scope", "tests/scopes/provisioning_logs.toml"
    )
    assert done.returncode == 2
    assert done.stderr == "diff: committed: no slice of another scope; give two documents\n"


@pytest.mark.specs
def test_from_december_2023_to_today(specs: Path) -> None:
    report = compare(str(specs / "v1.0-2023-12.yaml.xz"), str(specs / "v1.0.yaml.xz"), ROOT)
    added = {
        change.name
        for change in report.changes
        if change.what == "added" and change.kind == "operation"
    }
    assert added >= {
        "delete_bulk_upload",
        "delete_bulk_upload_content",
        "get_bulk_upload",
        "get_bulk_upload_content",
        "perform_bulk_upload",
        "replace_bulk_upload_content",
        "update_bulk_upload",
    }
    assert not any(change.what == "removed" for change in report.changes)
    assert report.step == "patch"


@pytest.mark.specs
def test_from_today_to_a_national_cloud(specs: Path) -> None:
    report = compare(str(specs / "v1.0.yaml.xz"), str(specs / "v1.0-usnat.yaml.xz"), ROOT)
    removed = {change.name for change in report.changes if change.what == "removed"}
    assert removed >= {
        "acquire_access_token",
        "provision_on_demand",
        "perform_bulk_upload",
        "get_bulk_upload",
    }
    assert removed >= {
        "AttributeDefinition.flow_null_values",
        "SynchronizationScheduleState.PAUSED",
        "BulkUpload",
    }
    assert report.step == "minor"
    assert set(report.gaps.without_operation) <= removed
