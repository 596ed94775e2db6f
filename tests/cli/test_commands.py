"""Each command as a process against the local Graph: output, exit code, what changed."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from graphsync import GraphClient
from graphsync.emulator import SCIM_APP_ID, SCIM_JOB_ID, SCIM_PRINCIPAL_ID, Emulator

from .conftest import Command, OnTerminal

NAME = "Contoso Directory"


def job_code(emulator: Emulator) -> str:
    with GraphClient("any", endpoint=emulator.url) as graph:
        status = (
            graph.service_principals[SCIM_PRINCIPAL_ID]
            .synchronization.jobs[SCIM_JOB_ID]
            .get()
            .status
        )
    assert status
    return str(status.code)


@pytest.mark.parametrize(
    "name", [NAME, "contoso dir", SCIM_PRINCIPAL_ID, SCIM_APP_ID, SCIM_PRINCIPAL_ID[:8]]
)
def test_an_application_is_found_by_name_id_or_part(name: str, graphsync: Command) -> None:
    ran = graphsync("apps", "show", name, "-o", "json")
    assert ran.returncode == 0, ran.stderr
    found = json.loads(ran.stdout)
    assert (found["id"], found["displayName"]) == (SCIM_PRINCIPAL_ID, NAME)
    assert SCIM_JOB_ID in found["jobs"]


def test_forms_have_the_same_keys_and_a_pipe_gets_whole_lines(graphsync: Command) -> None:
    forms = {
        form: graphsync("jobs", "list", NAME, "-o", form).stdout
        for form in ("json", "jsonl", "csv", "table")
    }
    rows = json.loads(forms["json"])
    assert [json.loads(line) for line in forms["jsonl"].splitlines()] == rows
    assert [row["id"] for row in csv.DictReader(io.StringIO(forms["csv"]))] == [
        row["id"] for row in rows
    ]
    first, *lines = forms["table"].splitlines()
    assert first.split() == [name.upper() for name in rows[0]]
    assert [line.split()[0] for line in lines] == [row["id"] for row in rows]
    wrong = graphsync("jobs", "list", NAME, "--columns", "id,stats")
    assert wrong.returncode == 3
    assert "did you mean status?" in wrong.stderr


def test_a_dry_run_changes_nothing_and_a_run_does(
    graphsync: Command, graph_emulator: Emulator
) -> None:
    dry = graphsync("jobs", "pause", NAME, "scim", "--dry-run", "-o", "json")
    assert dry.returncode == 0, dry.stderr
    assert json.loads(dry.stdout)["url"].endswith(f"{SCIM_JOB_ID}/pause")
    assert job_code(graph_emulator) == "Active"
    ran = graphsync("jobs", "pause", NAME, "scim")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", f"done: pause {SCIM_JOB_ID}\n")
    assert job_code(graph_emulator) == "Paused"


def test_what_cannot_be_taken_back_needs_an_answer(graphsync: Command) -> None:
    refused = graphsync("jobs", "delete", NAME, "scim")
    assert refused.returncode == 3
    assert "--yes" in refused.stderr
    assert graphsync("jobs", "delete", NAME, "scim", "--yes").returncode == 0
    gone = graphsync("jobs", "show", NAME, "scim")
    assert gone.returncode == 1
    assert "has no job 'scim'" in gone.stderr


def test_a_secret_comes_by_standard_input_and_never_shows(graphsync: Command) -> None:
    ran = graphsync(
        "secrets",
        "set",
        NAME,
        "BaseAddress",
        "SecretToken",
        "--stdin",
        input="https://scim.contoso.com\nhush-hush\n",
    )
    assert ran.returncode == 0, ran.stderr
    listed = graphsync("secrets", "list", NAME, "-o", "json")
    stored = {row["key"]: row["value"] for row in json.loads(listed.stdout)}
    assert (stored["BaseAddress"], stored["SecretToken"]) == ("https://scim.contoso.com", "*")
    assert "hush" not in ran.stdout + ran.stderr + listed.stdout
    assert graphsync("secrets", "set", NAME, "SecretToken").returncode == 3


def test_what_is_exported_has_nothing_to_plan_and_a_change_is_planned_and_applied(
    graphsync: Command, tmp_path: Path, graph_emulator: Emulator
) -> None:
    exported = graphsync("export", NAME, "scim")
    assert exported.returncode == 0, exported.stderr
    file = tmp_path / "contoso.yaml"
    file.write_text(exported.stdout)
    same = graphsync("plan", str(file))
    assert (same.returncode, same.stdout[:13]) == (0, "Nothing to do"), same.stderr
    file.write_text(exported.stdout.replace("running", "paused"))
    planned = graphsync("drift", str(file), "-o", "json")
    assert planned.returncode == 2, planned.stderr
    assert [step["subject"] for step in json.loads(planned.stdout)["steps"]] == ["state"]
    assert job_code(graph_emulator) == "Active"
    assert graphsync("apply", str(file), "--yes").returncode == 0
    assert job_code(graph_emulator) == "Paused"


def test_schemas_are_compared_by_meaning(graphsync: Command, tmp_path: Path) -> None:
    shown = graphsync("schema", "show", NAME, "scim", "-o", "json")
    file = tmp_path / "before.json"
    file.write_text(shown.stdout)
    assert graphsync("schema", "diff", str(file), f"{NAME}:scim").returncode == 0
    schema = json.loads(shown.stdout)
    dropped = schema["synchronizationRules"][0]["objectMappings"][0]["attributeMappings"].pop()
    file.write_text(json.dumps(schema))
    different = graphsync("schema", "diff", str(file), f"{NAME}:scim")
    assert different.returncode == 2, different.stderr
    assert dropped["targetAttributeName"] in different.stdout


def test_any_other_request_goes_through_all_pages(graphsync: Command) -> None:
    ran = graphsync(
        "api", "GET", "/servicePrincipals", "--param", "$top=1", "--pages", "-o", "json"
    )
    assert ran.returncode == 0, ran.stderr
    assert len(json.loads(ran.stdout)["value"]) > 1


def test_expressions_work_offline(offline: Command, tmp_path: Path) -> None:
    value = offline(
        "expr",
        "eval",
        'Join(" ", [givenName], [surname])',
        "-a",
        "givenName=Ada",
        "-a",
        "surname=B",
        "-o",
        "json",
    )
    assert json.loads(value.stdout) == {"value": "Ada B", "skipped": False}
    assert offline("expr", "lint", "ToUpper([a])").returncode == 0
    wrong = offline("expr", "lint", "ToUper([a])", "-o", "json")
    assert wrong.returncode == 2
    assert "ToUpper" in json.loads(wrong.stdout)[0]["message"]
    cases = [
        {"expression": "[a]", "attributes": {"a": "1"}, "expect": "1"},
        {"expression": "[a]", "expect": "2"},
    ]
    (tmp_path / "cases.json").write_text(json.dumps(cases))
    tested = offline("expr", "test", "cases.json", "-o", "json")
    assert tested.returncode == 2
    assert [row["passed"] for row in json.loads(tested.stdout)] == [True, False]


def test_whoami_shows_no_token(graphsync: Command) -> None:
    ran = graphsync("whoami", "-o", "json", GRAPHSYNC_TOKEN="hush-hush-hush")
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout)["signIn"] == "token"
    assert "hush" not in ran.stdout + ran.stderr


def test_the_demo_is_a_tenant_for_other_commands(offline: Command) -> None:
    started = offline("emulator", "demo")
    assert started.returncode == 0, started.stderr
    given = dict(re.findall(r'export (\w+)="(.*)"', started.stdout))
    try:
        assert NAME in offline("apps", "list", **given).stdout
    finally:
        ended = offline("emulator", "stop", **given)
    assert ended.returncode == 0
    assert "ended" in ended.stderr
    assert offline("emulator", "stop").returncode == 3


def test_a_terminal_gets_a_table_with_a_bold_head(
    tmp_path: Path, graph_emulator: Emulator, terminal: OnTerminal
) -> None:
    with terminal(tmp_path, graph_emulator.url, "jobs", "list", NAME, COLUMNS="200") as shown:
        assert shown.end() == 0
    assert "TEMPLATEID" in shown.shown
    assert "\x1b[1m" in shown.shown
    with terminal(tmp_path, graph_emulator.url, "jobs", "list", NAME, NO_COLOR="1") as plain:
        assert plain.end() == 0
    assert "\x1b[3" not in plain.shown
