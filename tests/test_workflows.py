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


def workflow(name: str) -> dict[str, Any]:
    # YAML 1.1 reads the key `on` as a boolean; text keeps it.
    loaded: dict[str, Any] = yaml.load((WORKFLOWS / name).read_bytes(), yaml.BaseLoader)
    return loaded


def runs(name: str) -> list[str]:
    return [step["run"] for job in workflow(name)["jobs"].values() for step in job["steps"] if "run" in step]


def test_the_tests_run_on_every_python_and_system_that_is_promised() -> None:
    matrix = workflow("test.yaml")["jobs"]["test"]["strategy"]["matrix"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    promised = [found[1] for text in project["classifiers"] if (found := re.search(r"Python :: (3\.\d+)$", text))]
    assert matrix["python"] == promised == ["3.11", "3.12", "3.13", "3.14"]
    assert {os.split("-")[0] for os in matrix["os"]} == {"ubuntu", "macos", "windows"}


def test_upstream_is_watched_on_a_schedule_and_the_report_is_the_request() -> None:
    watch = workflow("spec-watch.yaml")
    assert "schedule" in watch["on"]
    assert "make --silent generate SPEC=upstream" in "\n".join(runs("spec-watch.yaml"))
    assert '--body-file "$RUNNER_TEMP/report.md"' in "\n".join(runs("spec-watch.yaml"))


def test_what_takes_long_runs_on_a_schedule() -> None:
    long = workflow("long.yaml")
    assert "schedule" in long["on"]
    assert {*long["jobs"]["long"]["strategy"]["matrix"]["verb"]} == {"matrix", "fuzz", "soak", "bench"}
    assert "make ${{ matrix.verb }}" in runs("long.yaml")


@pytest.mark.parametrize("name", sorted(path.name for path in WORKFLOWS.glob("*.yaml")))
def test_every_verb_and_module_that_is_called_exists(name: str) -> None:
    verbs = set(re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    text = "\n".join(runs(name))
    called = set(re.findall(r"^\s*make (?:--silent )?([a-z-]+)", text, re.MULTILINE))
    for job in workflow(name)["jobs"].values():
        called |= {*job.get("strategy", {}).get("matrix", {}).get("verb", [])}
    assert called
    assert called <= verbs
    for module in re.findall(r"python -m (generator[\w.]*)", text):
        assert importlib.util.find_spec(module), module


@pytest.mark.parametrize("name", sorted(path.name for path in WORKFLOWS.glob("*.yaml")))
def test_a_workflow_asks_for_no_more_rights_than_it_names(name: str) -> None:
    rights = workflow(name)["permissions"]
    writes = {"contents": "write", "pull-requests": "write"}
    assert rights == (writes if name == "spec-watch.yaml" else {"contents": "read"})
