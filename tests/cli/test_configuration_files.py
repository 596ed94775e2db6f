"""Files that the command writes of a plan, and many files looked at by one lint, as a hook does it."""

import json
import re
import shlex
from pathlib import Path

import yaml

from tests.cli.conftest import Command

ROOT = Path(__file__).parents[2]
GOOD = "application: {display_name: Contoso}\njob: {template: scim}\n"
CLEAR = GOOD + "secrets: {SecretToken: in-the-clear-value}\n"
PLANNED = """
mappings:
  User:
    attributes: {title: 'ToUpper([jobTitle])'}
assignments: ['group:Sales']
"""


def hook() -> dict[str, object]:
    (found,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    return found


def test_the_hook_looks_at_all_files_and_fails_where_one_has_a_mistake(
    offline: Command, tmp_path: Path
) -> None:
    assert hook()["id"] == "graphsync-lint"
    program, *words = shlex.split(str(hook()["entry"]))
    assert program == "graphsync"
    for name, text in {
        "good.yaml": GOOD,
        "clear.yaml": CLEAR,
        "broken.yaml": GOOD + "mapings: {}\n",
        "tabs.yaml": "job:\n\t- x",
    }.items():
        (tmp_path / name).write_text(text)
    assert offline(*words, "good.yaml").returncode == 0
    ran = offline(*words, "good.yaml", "clear.yaml", "broken.yaml", "tabs.yaml", "-o", "json")
    assert ran.returncode == 2, ran.stderr
    found = json.loads(ran.stdout)
    assert {one["file"] for one in found} == {"clear.yaml", "broken.yaml", "tabs.yaml"}
    assert [one["line"] for one in found if one["file"] == "broken.yaml"] == [3]
    assert "did you mean 'mappings'" in ran.stdout
    assert "in-the-clear-value" not in ran.stdout + ran.stderr
    sarif = offline(*words, "clear.yaml", "broken.yaml", "--report", "sarif")
    places = [
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in json.loads(sarif.stdout)["runs"][0]["results"]
    ]
    assert sorted(set(places)) == ["broken.yaml", "clear.yaml"]


def test_the_hook_takes_the_files_that_the_page_names() -> None:
    takes = re.compile(str(hook()["files"]))
    for name in ("contoso.graphsync.yaml", "provisioning/contoso.yml", "a/provisioning/b.toml"):
        assert takes.search(name), name
    for name in ("docker-compose.yaml", "package.json", "provisioning.py", "provisioning/a.py"):
        assert not takes.search(name), name


def test_a_plan_is_written_as_a_page_and_as_markdown(graphsync: Command, tmp_path: Path) -> None:
    exported = graphsync("export", "Contoso Directory", "scim")
    assert exported.returncode == 0, exported.stderr
    kept = exported.stdout.partition("assignments:")[0].partition("mappings:")[0]
    (tmp_path / "contoso.yaml").write_text(kept + PLANNED)
    page, text = tmp_path / "plan.html", tmp_path / "plan.md"
    ran = graphsync("plan", "contoso.yaml", "--html", str(page), "--markdown", str(text))
    assert ran.returncode == 2, ran.stderr
    assert "+ assignment group:Sales" in ran.stdout
    before, _, table = text.read_text().partition(ran.stdout)
    assert before.startswith("## contoso")
    assert "\n| " in table
    assert "ToUpper" in table
    html = page.read_text()
    assert "<svg" in html
    assert "+ assignment group:Sales" in html
    assert "ToUpper([jobTitle])" in html
    assert "<script" not in html


def test_drift_has_an_exit_code_for_each_outcome(graphsync: Command, tmp_path: Path) -> None:
    exported = graphsync("export", "Contoso Directory", "scim").stdout
    (tmp_path / "same.yaml").write_text(exported)
    (tmp_path / "other.yaml").write_text(exported.replace("running", "paused"))
    (tmp_path / "wrong.yaml").write_text(
        exported.replace("assignments: []", "assignments: ['group:Nobody']")
    )
    assert graphsync("drift", "same.yaml").returncode == 0
    assert graphsync("drift", "other.yaml").returncode == 2
    wrong = graphsync("drift", "wrong.yaml")
    assert wrong.returncode == 1, wrong.stdout
    assert "there is no group 'Nobody'" in wrong.stderr
