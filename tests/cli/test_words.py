"""The commands around jobs, templates, expressions, requests and the local Graph, as processes."""

import json
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from graphsync.emulator import CLIENT_ID, NEW_JOB_ID, SCIM_JOB_ID, SCIM_PRINCIPAL_ID, Emulator

from .conftest import ROOT, Command, environment
from .test_commands import job_code

APP = SCIM_PRINCIPAL_ID


def test_templates_are_listed_and_one_is_shown(graphsync: Command) -> None:
    listed = graphsync("templates", "list", APP, "-o", "json")
    assert listed.returncode == 0, listed.stderr
    assert "scim" in {row["id"] for row in json.loads(listed.stdout)}
    shown = json.loads(graphsync("templates", "show", APP, "scim", "-o", "json").stdout)
    assert shown["schema"]["synchronizationRules"]
    unknown = graphsync("templates", "show", APP, "nothing")
    assert (unknown.returncode, unknown.stdout) == (1, "")


def test_a_job_is_created_started_and_restarted(
    graphsync: Command, graph_emulator: Emulator
) -> None:
    dry = graphsync("jobs", "create", APP, "scim", "--dry-run", "-o", "json")
    assert json.loads(dry.stdout)["body"] == {"templateId": "scim"}
    taken = graphsync("jobs", "create", APP, "scim")
    assert (taken.returncode, taken.stdout) == (1, "")
    assert taken.stderr.startswith("graphsync: 409 ")
    assert graphsync("jobs", "delete", APP, NEW_JOB_ID, "--yes").returncode == 0
    created = graphsync("jobs", "create", APP, "customappsso", "-o", "json")
    assert created.returncode == 0, created.stderr
    made = json.loads(created.stdout)
    assert (made["templateId"], made["schedule"]) == ("customappsso", "Disabled")
    assert created.stderr == "done: create a job from customappsso\n"
    assert graphsync("jobs", "start", APP, made["id"]).returncode == 0
    assert graphsync("jobs", "pause", APP, SCIM_JOB_ID).returncode == 0
    assert graphsync("jobs", "restart", APP, SCIM_JOB_ID).returncode == 3
    wrong = graphsync("jobs", "restart", APP, SCIM_JOB_ID, "--scope", "Watermrk", "--yes")
    assert wrong.returncode == 3
    assert "did you mean Watermark?" in wrong.stderr
    dangerous = graphsync("jobs", "restart", APP, SCIM_JOB_ID, "--scope", "Full", "--yes")
    assert (dangerous.returncode, dangerous.stdout) == (1, "")
    assert "dangerous" in dangerous.stderr
    again = graphsync("jobs", "restart", APP, SCIM_JOB_ID, "--scope", "Watermark,Escrows", "-y")
    assert again.returncode == 0, again.stderr
    assert again.stderr.startswith(f"done: restart {SCIM_JOB_ID}, forgetting ")
    assert job_code(graph_emulator) != "Paused"


def test_expressions_are_parsed_formatted_and_evaluated(offline: Command, tmp_path: Path) -> None:
    parsed = offline("expr", "parse", "ToUpper([a])", "-o", "json")
    assert parsed.returncode == 0, parsed.stderr
    assert json.loads(parsed.stdout)["name"] == "ToUpper"
    laid_out = offline("expr", "format", 'IIF([a]="b",Join(" ",[c],[d]),"x")', "--width", "30")
    assert laid_out.stdout.splitlines()[0] == "IIF("
    assert max(map(len, laid_out.stdout.splitlines())) <= 30
    (tmp_path / "person.yaml").write_text("a: x\n")
    value = offline("expr", "eval", "ToUpper([a])", "--attributes", "person.yaml", "-o", "json")
    assert json.loads(value.stdout)["value"] == "X"
    for words in (("parse", "ToUpper("), ("format", "ToUpper("), ("eval", "ToUpper(")):
        broken = offline("expr", *words)
        assert (broken.returncode, broken.stdout) == (1, ""), words
        assert "Traceback" not in broken.stderr
    assert offline("expr", "eval", "[a]", "-a", "a").returncode == 3


def test_any_request_is_sent_shown_or_refused(graphsync: Command, tmp_path: Path) -> None:
    dry = graphsync("api", "DELETE", "/users/ada.ahlberg@contoso.com", "--dry-run", "-o", "json")
    assert json.loads(dry.stdout)["method"] == "DELETE"
    assert graphsync("api", "GET", "/users/ada.ahlberg@contoso.com").returncode == 0
    (tmp_path / "body.json").write_text('{"jobTitle": "Chief"}')
    changed = graphsync("api", "PATCH", "/users/ada.ahlberg@contoso.com", "--body", "body.json")
    assert (changed.returncode, changed.stdout) == (0, ""), changed.stderr
    assert changed.stderr == "done: PATCH /users/ada.ahlberg@contoso.com\n"
    shown = graphsync("api", "GET", "/users/ada.ahlberg@contoso.com", "-o", "json")
    assert json.loads(shown.stdout)["jobTitle"] == "Chief"
    wrong = graphsync("api", "PACH", "/users")
    assert wrong.returncode == 3
    assert "did you mean PATCH?" in wrong.stderr
    (tmp_path / "body.json").write_text("{")
    assert graphsync("api", "POST", "/users", "--body", "body.json").returncode == 3
    missing = graphsync("api", "GET", "/users/nobody@contoso.com")
    assert (missing.returncode, missing.stdout) == (1, "")


def test_a_schema_is_edited_checked_and_applied(graphsync: Command, tmp_path: Path) -> None:
    assert graphsync("schema", "edit", APP, "scim").returncode == 3
    nothing = graphsync("schema", "edit", APP, "scim", "--yes", EDITOR="true")
    assert (nothing.returncode, nothing.stderr) == (0, "nothing was edited\n")
    editor = tmp_path / "editor.py"
    editor.write_text(
        "import sys, pathlib, yaml\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "content = yaml.safe_load(path.read_text())\n"
        "content['mappings'] = {'User': {'attributes': {'title': 'ToUpper([jobTitle])'}}}\n"
        "path.write_text(yaml.safe_dump(content))\n"
    )
    edited = graphsync("schema", "edit", APP, "scim", "--yes", EDITOR=f"{sys.executable} {editor}")
    assert edited.returncode == 0, edited.stderr
    shown = graphsync("schema", "show", APP, "scim", "-o", "json")
    assert "ToUpper([jobTitle])" in shown.stdout
    editor.write_text("import sys; open(sys.argv[1], 'a').write('mapings: {}\\n')\n")
    broken = graphsync("schema", "edit", APP, "scim", "-y", EDITOR=f"{sys.executable} {editor}")
    assert (broken.returncode, broken.stdout) == (1, "")
    assert "mapings" in broken.stderr


def test_a_backup_brings_the_schema_back(graphsync: Command, tmp_path: Path) -> None:
    exported = graphsync("export", APP, "scim").stdout
    (tmp_path / "new.yaml").write_text(exported.replace("running", "paused"))
    words = ("new.yaml", "--backup", "before.yaml", "--yes", "-o", "json")
    applied = graphsync("apply", *words)
    assert applied.returncode == 0, applied.stderr
    assert json.loads(applied.stdout)["backup"].endswith("before.yaml")
    assert graphsync("rollback", "before.yaml").returncode == 3
    dry = graphsync("rollback", "before.yaml", "--dry-run")
    assert dry.returncode == 0, dry.stderr
    assert graphsync("drift", "new.yaml").returncode == 0
    back = graphsync("rollback", "before.yaml", "--yes")
    assert back.returncode == 0, back.stderr
    assert graphsync("drift", "new.yaml").returncode == 2
    assert graphsync("rollback", "nothing.yaml", "--yes").returncode == 3


def test_lint_has_findings_and_none(offline: Command, tmp_path: Path) -> None:
    (tmp_path / "good.yaml").write_text(
        "application: {display_name: Contoso}\njob: {template: scim}\n"
    )
    good = offline("lint", "good.yaml", "-o", "json")
    assert (good.returncode, good.stdout) == (0, "[]\n"), good.stderr
    (tmp_path / "bad.yaml").write_text(
        "application: {display_name: Contoso}\njob: {template: scim}\n"
        "secrets: {SecretToken: in-the-clear-value}\n"
    )
    bad = offline("lint", "bad.yaml", "-o", "json")
    assert bad.returncode == 2
    (finding,) = json.loads(bad.stdout)
    assert (finding["file"], finding["line"]) == ("bad.yaml", 3)
    assert "in-the-clear-value" not in bad.stdout + bad.stderr
    assert offline("lint", "bad.yaml", "--report", "xml").returncode == 3


def test_the_local_graph_serves_until_it_is_asked_to_end(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "graphsync", "emulator", "run", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(tmp_path),
        cwd=tmp_path,
    )
    assert process.stdout
    first = process.stdout.readline()
    assert re.fullmatch(r"graphsync emulator: http://127\.0\.0\.1:\d+/v1\.0\n", first)
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=60)
    assert process.returncode == 0


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["run", "--seed", "nothing.json"], 1, "nothing.json"),
        (["run", "--speeed", "3"], 3, "--speed"),
        (["--port", "many"], 3, "many"),
        (["demo", "--shell", "tcsh"], 3, "fish"),
        (["stop"], 3, "graphsync emulator demo"),
    ],
)
def test_wrong_words_for_the_local_graph(
    words: list[str], code: int, said: str, offline: Command
) -> None:
    ran = offline("emulator", *words)
    assert (ran.returncode, ran.stdout) == (code, ""), ran.stderr
    assert said in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.graph_emulator(tls=True)
def test_a_login_with_a_secret_shows_who_it_is(
    graphsync: Command, graph_emulator: Emulator
) -> None:
    ran = graphsync(
        "login",
        "-o",
        "json",
        GRAPHSYNC_SIGN_IN="client-secret",
        GRAPHSYNC_TENANT_ID="contoso.com",
        GRAPHSYNC_CLIENT_ID=CLIENT_ID,
        GRAPHSYNC_CLIENT_SECRET="hush-hush",
        GRAPHSYNC_AUTHORITY=graph_emulator.authority,
        GRAPHSYNC_CA_FILE=str(graph_emulator.ca_file),
    )
    assert ran.returncode == 0, ran.stderr
    found = json.loads(ran.stdout)
    assert (found["application"], found["signIn"]) == (CLIENT_ID, "client-secret")
    assert "hush" not in ran.stdout + ran.stderr


_REMEMBERS = """
import runpy, sys
from azure.core.credentials import AccessToken
from azure.identity import AuthenticationRecord, DeviceCodeCredential

def authenticate(self, **_):
    return AuthenticationRecord("contoso", "client", "login.contoso.com", "home", "ada@contoso.com")

DeviceCodeCredential.authenticate = authenticate
DeviceCodeCredential.get_token = lambda self, *_, **__: AccessToken("hush-hush", 9999999999)
runpy.run_module("graphsync", run_name="__main__")
"""


def test_a_login_is_remembered_under_what_the_profile_says_and_used_later(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(
        '[profiles.contoso]\nsign_in = "device-code"\ntenant_id = "contoso.com"\n'
        'client_id = "99999999-aaaa-4999-8999-999999999999"\n'
    )
    ran, later = (
        subprocess.run(
            [sys.executable, "-c", _REMEMBERS, word, "--profile", "contoso"],
            capture_output=True,
            text=True,
            timeout=60,
            env=environment(tmp_path, GRAPHSYNC_CONFIG="config.toml", PYTHONPATH=str(ROOT)),
            cwd=tmp_path,
        )
        for word in ("login", "whoami")
    )
    assert ran.returncode == 0, ran.stderr
    assert "signed in as ada@contoso.com" in ran.stderr
    (record,) = tmp_path.rglob("accounts/*.json")
    assert record.stem == "contoso_com_99999999-aaaa-4999-8999-999999999999"
    assert "hush" not in record.read_text() + ran.stdout + ran.stderr
    assert (later.returncode, later.stderr) == (0, ""), later.stderr


@pytest.mark.parametrize(
    ("words", "at", "offered"),
    [
        ("graphsync jo", 1, "jobs"),
        ("graphsync jobs re", 2, "restart"),
        ("graphsync health --fail-on ", 3, "unknown"),
    ],
)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "pwsh"])
def test_shells_complete_words_options_and_values(
    shell: str, words: str, at: int, offered: str, tmp_path: Path
) -> None:
    asks = {
        "_GRAPHSYNC_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": words,
        "COMP_CWORD": str(at),
        "_TYPER_COMPLETE_ARGS": words,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": words.rpartition(" ")[2],
    }
    ran = subprocess.run(
        [Path(sys.executable).with_name("graphsync")],
        capture_output=True,
        text=True,
        timeout=60,
        env=environment(tmp_path, **asks),
    )
    assert offered in ran.stdout, ran.stderr
