"""`graphsync logs` as a process: which records, which are refused, and following new ones."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from graphsync.emulator import SCIM_JOB_ID, SCIM_PRINCIPAL_ID, TROUBLED_PRINCIPAL_ID, Emulator

from .conftest import Command, environment

ADA = "ada.ahlberg@contoso.com"


def records(text: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in text.splitlines()]


def test_records_of_a_user_are_found_by_principal_name_name_and_id(graphsync: Command) -> None:
    found = [
        records(graphsync("logs", "--user", name, "-o", "jsonl").stdout)
        for name in (ADA, "ada ahlberg")
    ]
    assert found[0] == found[1]
    assert {row["source"] for row in found[0]} == {"Ada Ahlberg"}
    by_account = graphsync("logs", "--user", found[0][0]["target"], "-o", "jsonl")
    assert by_account.returncode == 0
    assert graphsync("logs", "--user", "nobody@contoso.com", "-o", "json").stdout == "[]\n"


def test_filters_choose_records_and_the_newest_come_last(graphsync: Command) -> None:
    all_of_it = records(
        graphsync("logs", "--app", SCIM_PRINCIPAL_ID, "--job", "scim", "-o", "jsonl").stdout
    )
    assert {row["jobId"] for row in all_of_it} == {SCIM_JOB_ID}
    times = [row["time"] for row in all_of_it]
    assert times == sorted(times)
    assert len(records(graphsync("logs", "--limit", "3", "-o", "jsonl").stdout)) == 3
    assert graphsync("logs", "--since", "2999-01-01", "-o", "json").stdout == "[]\n"
    assert records(
        graphsync("logs", "--status", "Success", "--since", "2020-01-01", "-o", "jsonl").stdout
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--status", "sucess"], "did you mean success?"),
        (["--since", "yesterday"], "2026-01-31T00:00:00Z"),
        (["--since", "2026-01-01 or true"], "is not a moment"),
        (["--job", "scim"], "--app"),
        (["--limit", "0"], "0"),
    ],
)
def test_what_would_find_nothing_silently_is_refused(
    words: list[str], said: str, graphsync: Command
) -> None:
    ran = graphsync("logs", *words)
    assert (ran.returncode, ran.stdout) == (3, ""), ran.stderr
    assert said in ran.stderr


@pytest.mark.graph_emulator(speed=0)
def test_new_records_are_followed_until_an_interrupt(
    tmp_path: Path, graph_emulator: Emulator, graphsync: Command
) -> None:
    program = (
        "from graphsync.cli.commands import logs; logs._LOOK_EVERY = 0.2;"
        "import runpy; runpy.run_module('graphsync', run_name='__main__')"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program, "logs", "--follow", "-o", "jsonl", "--user", ADA],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(tmp_path, graph_emulator.url, PYTHONUNBUFFERED="1"),
    )
    assert process.stdout
    first = json.loads(process.stdout.readline())
    provisioned = graphsync(
        "api", "PATCH", f"/users/{ADA}", "--body", "-", input='{"jobTitle": "Chief"}'
    )
    assert provisioned.returncode == 0, provisioned.stderr
    ran = graphsync("provision", ADA, "--app", SCIM_PRINCIPAL_ID, "--job", "scim", "-o", "json")
    assert (ran.returncode, json.loads(ran.stdout)["outcome"]) == (0, "updated"), ran.stdout
    graph_emulator.advance(minutes=30)  # until the log shows it
    second = json.loads(process.stdout.readline())
    assert second["id"] != first["id"]
    assert second["source"] == "Ada Ahlberg"
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said == "graphsync: interrupted; done before: nothing\n"


def test_a_provisioning_that_fails_is_status_1(
    graphsync: Command, graph_emulator: Emulator
) -> None:
    graph_emulator.set_target(SCIM_PRINCIPAL_ID, accepted_token="another")
    ran = graphsync("provision", ADA, "--app", SCIM_PRINCIPAL_ID, "--job", "scim", "-o", "json")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "The target refused the credentials" in ran.stderr


def test_a_provisioning_names_what_it_does_not_find(graphsync: Command) -> None:
    words = ("--app", SCIM_PRINCIPAL_ID, "--job", "scim")
    unknown = graphsync("provision", "nobody@contoso.com", *words)
    assert (unknown.returncode, unknown.stdout) == (1, "")
    assert "404" in unknown.stderr
    rule = graphsync("provision", ADA, *words, "--rule", "users")
    assert rule.returncode == 3
    assert "has no rule 'users'" in rule.stderr
    dry = graphsync("provision", ADA, *words, "--dry-run", "-o", "json")
    assert json.loads(dry.stdout)["url"].endswith("/provisionOnDemand")
    assert graphsync("provision", ADA, "--app", TROUBLED_PRINCIPAL_ID).returncode == 1
