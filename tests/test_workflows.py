"""The workflows cover what the project promises to run on, and call only what exists."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
WORKFLOWS = ROOT / ".github" / "workflows"
NAMES = sorted(path.name for path in WORKFLOWS.glob("*.yaml"))


def workflow(name: str) -> dict[str, Any]:
    # YAML 1.1 reads the key `on` as a boolean; text keeps it.
    loaded: dict[str, Any] = yaml.load((WORKFLOWS / name).read_bytes(), yaml.BaseLoader)
    return loaded


def jobs(name: str) -> dict[str, Any]:
    found: dict[str, Any] = workflow(name)["jobs"]
    return found


def lines_with_uses(name: str) -> list[str]:
    return [line for line in (WORKFLOWS / name).read_text("utf-8").splitlines() if "uses:" in line]


def runs(name: str) -> list[str]:
    return [step["run"] for job in jobs(name).values() for step in job["steps"] if "run" in step]


def test_the_tests_run_on_every_python_and_system_that_is_promised() -> None:
    matrix = workflow("test.yaml")["jobs"]["test"]["strategy"]["matrix"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    promised = [
        found[1]
        for text in project["classifiers"]
        if (found := re.search(r"Python :: (3\.\d+)$", text))
    ]
    assert matrix["python"] == promised == ["3.11", "3.12", "3.13", "3.14"]
    assert {os.split("-")[0] for os in matrix["os"]} == {"ubuntu", "macos", "windows"}


def test_upstream_is_watched_on_a_schedule_and_the_report_is_the_request() -> None:
    watch = workflow("spec-watch.yaml")
    assert "schedule" in watch["on"]
    said = "\n".join(runs("spec-watch.yaml"))
    assert "make --silent generate SPEC=upstream" in said
    assert "tee build/proposal/report.md" in said
    assert '--body-file "$RUNNER_TEMP/proposal/report.md"' in said


def test_what_takes_long_runs_on_a_schedule() -> None:
    long = workflow("long.yaml")
    assert "schedule" in long["on"]
    assert {*long["jobs"]["long"]["strategy"]["matrix"]["verb"]} == {
        "matrix",
        "fuzz",
        "soak",
        "bench",
        "regenerate",
        "slow",
        "third-party",
    }
    assert 'make "$VERB"' in runs("long.yaml")
    assert "make sdist-test" in runs("long.yaml")


def test_the_wheel_is_installed_on_every_python() -> None:
    installed = workflow("test.yaml")["jobs"]["installed"]
    assert (
        installed["strategy"]["matrix"]["python"]
        == workflow("test.yaml")["jobs"]["test"]["strategy"]["matrix"]["python"]
    )
    assert "make installed" in [step.get("run") for step in installed["steps"]]


@pytest.mark.parametrize("name", NAMES)
def test_every_verb_and_module_that_is_called_exists(name: str) -> None:
    verbs = set(
        re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    )
    text = "\n".join(runs(name))
    called = set(re.findall(r"^\s*make (?:--silent )?([a-z-]+)", text, re.MULTILINE))
    for job in jobs(name).values():
        called |= {*job.get("strategy", {}).get("matrix", {}).get("verb", [])}
    assert called
    assert called <= verbs
    for module in re.findall(r"python -m (generator[\w.]*)", text):
        assert importlib.util.find_spec(module), module


def test_a_job_may_write_only_where_it_is_written_here() -> None:
    granted = {
        (name, which): rights
        for name in NAMES
        for which, job in jobs(name).items()
        if (rights := job.get("permissions", workflow(name)["permissions"]))
        not in ({}, {"contents": "read"})
    }
    assert granted == {
        ("spec-watch.yaml", "propose"): {"contents": "write", "pull-requests": "write"},
        ("release.yaml", "attest"): {"attestations": "write", "id-token": "write"},
        ("release.yaml", "draft"): {"contents": "write"},
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_job_that_may_write_runs_no_installed_package(name: str) -> None:
    for which, job in jobs(name).items():
        if "write" not in job.get("permissions", workflow(name)["permissions"]).values():
            continue
        commands = "\n".join(step.get("run", "") for step in job["steps"])
        assert not re.search(r"\b(make|pip|python\d?|npm|npx|uv)\b", commands), which
        assert not any("setup-" in step.get("uses", "") for step in job["steps"]), which


def test_what_the_reading_job_made_is_applied_below_the_generated_folders_alone() -> None:
    commands = "\n".join(
        step.get("run", "") for step in jobs("spec-watch.yaml")["propose"]["steps"]
    )
    (applied,) = re.findall(r"git apply ([^\n]*(?:\\\n[^\n]*)*)", commands)
    assert re.findall(r"--include='([^']+)'", applied) == [
        "spec/*",
        "generated/*",
        "docs/reference/*",
    ]
    assert "git add" not in commands


@pytest.mark.parametrize("name", NAMES)
def test_no_checkout_leaves_a_token_behind(name: str) -> None:
    for job in jobs(name).values():
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] == "false"


def test_the_update_bot_waits_a_week() -> None:
    updates = yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_bytes())["updates"]
    assert {update["package-ecosystem"] for update in updates} == {"github-actions", "pip"}
    assert all(update["cooldown"]["default-days"] >= 7 for update in updates)


@pytest.mark.parametrize("name", NAMES)
def test_every_action_is_pinned_by_commit_and_says_its_version(name: str) -> None:
    lines = lines_with_uses(name)
    assert lines
    for line in lines:
        assert re.fullmatch(
            r" +(?:- )?uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line
        ), line


def test_one_action_has_one_commit() -> None:
    pins = {re.sub(r".*uses: ", "", line) for name in NAMES for line in lines_with_uses(name)}
    assert len(pins) == len({pin.partition("@")[0] for pin in pins})


@pytest.mark.parametrize("name", NAMES)
def test_no_expression_is_pasted_into_a_shell_line(name: str) -> None:
    # A branch's or a matrix's name would be part of the program there; in the environment it is text.
    assert [run for run in runs(name) if "${{" in run] == []


@pytest.mark.parametrize("name", NAMES)
def test_what_is_installed_has_its_hash_checked(name: str) -> None:
    for which, job in jobs(name).items():
        commands = "\n".join(step.get("run", "") for step in job["steps"])
        if re.search(r"^\s*make ", commands, re.MULTILINE):
            locked = job.get("env", {}).get("LOCKED") or workflow(name).get("env", {}).get("LOCKED")
            assert locked in {"ci", "release"}, which
        for line in re.findall(r"pip install (.*)", commands):
            assert "--require-hashes" in line or "--no-deps" in line, line
