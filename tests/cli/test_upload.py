"""`graphsync upload` as a process, on a local Graph whose clock its pauses move."""

import json
from pathlib import Path

import pytest

from graphsync.emulator import INBOUND_PRINCIPAL_ID, Emulator

from .conftest import Command, OnTerminal

pytestmark = pytest.mark.graph_emulator(speed=0)
MAPPING = """\
externalId: Id
userName: Mail
displayName: Name
name.givenName: First
department: Department
active: Employed
userType:
  column: Contract
  values: {permanent: Employee}
  otherwise: Contractor
preferredLanguage: {constant: en-GB}
"""
PAYROLL = """\
Id;Mail;Name;First;Department;Employed;Contract
E1;eva.ek@contoso.com;Eva Ek;Eva;Sales;yes;permanent
E2;bo.berg@contoso.com;Bo Berg;Bo;Sales;yes;seasonal
"""


@pytest.fixture
def payroll(tmp_path: Path) -> tuple[str, ...]:
    (tmp_path / "hr.csv").write_text(PAYROLL)
    (tmp_path / "map.yaml").write_text(MAPPING)
    return ("hr.csv", "--map", "map.yaml", "--app", INBOUND_PRINCIPAL_ID)


def test_a_dry_run_shows_the_first_record_and_sends_nothing(
    graphsync: Command, payroll: tuple[str, ...], tmp_path: Path
) -> None:
    ran = graphsync("upload", *payroll, "--dry-run", "-o", "json")
    assert ran.returncode == 0, ran.stderr
    record = json.loads(ran.stdout)
    assert (record["externalId"], record["userType"]) == ("E1", "Employee")
    assert record["preferredLanguage"] == "en-GB"
    assert "would do: send 2 records" in ran.stderr
    assert not (tmp_path / "hr.sqlite").exists()


def test_everybody_is_followed_to_an_outcome(
    clocked: Command, payroll: tuple[str, ...], graph_emulator: Emulator
) -> None:
    ran = clocked("upload", *payroll, "--all", "-o", "json")
    assert ran.returncode == 0, ran.stderr
    outcomes = {row["externalId"]: row["outcome"] for row in json.loads(ran.stdout)}
    assert outcomes == {"E1": "created", "E2": "created"}
    assert ran.stderr == "2 records: 2 created\n"
    assert {"eva.ek@contoso.com", "bo.berg@contoso.com"} <= {
        one["userPrincipalName"] for one in graph_emulator.users
    }
    again = clocked("upload", *payroll, "--only-changed", "-o", "json")
    assert (again.returncode, again.stdout) == (0, "[]\n"), again.stderr
    assert again.stderr == "2 records: 2 unchanged\n"


def test_what_waits_is_shown_and_goes_on_later(
    graphsync: Command, clocked: Command, payroll: tuple[str, ...]
) -> None:
    sent = graphsync("upload", *payroll, "--timeout", "1", "-o", "json")
    assert sent.returncode == 2, sent.stderr
    rows = json.loads(sent.stdout)
    assert [row["outcome"] for row in rows] == ["pending", "pending"]
    assert "goes on from there" in sent.stderr
    assert clocked("upload", *payroll).returncode == 0


def test_bad_lines_stop_the_upload_or_are_left_out(
    graphsync: Command, payroll: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "hr.csv").write_text(PAYROLL + "E3;only two\n")
    ran = graphsync("upload", *payroll, "--dry-run")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "line 4" in ran.stderr
    assert "--skip-bad-lines" in ran.stderr
    skipped = graphsync("upload", *payroll, "--dry-run", "--skip-bad-lines")
    assert skipped.returncode == 0
    assert "would leave out: line 4" in skipped.stderr


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ("externalId: Id\nuserNme: Mail\n", "did you mean 'userName'?"),
        ("userName: Mail\n", "has no externalId"),
        ("externalId: 7\n", "names no column"),
        ("externalId: {colum: Id}\n", "'colum'"),
        ("externalId: {column: Id}\n", "is not complete"),
        ("- externalId\n", "holds no mapping"),
        ("externalId: [", "is not YAML"),
    ],
)
def test_a_mapping_that_cannot_be_is_status_3(
    mapping: str, said: str, graphsync: Command, payroll: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "map.yaml").write_text(mapping)
    ran = graphsync("upload", *payroll)
    assert (ran.returncode, ran.stdout) == (3, ""), ran.stderr
    assert said in ran.stderr
    assert "map.yaml" in ran.stderr


def test_a_value_without_a_place_in_the_mapping_is_named(
    graphsync: Command, payroll: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "map.yaml").write_text(MAPPING.replace("  otherwise: Contractor\n", ""))
    ran = graphsync("upload", *payroll, "--dry-run")
    assert ran.returncode == 1
    assert "line 3" in ran.stderr
    assert "'seasonal'" in ran.stderr


def test_a_terminal_shows_how_far_it_is_and_an_interrupt_says_what_was_sent(
    payroll: tuple[str, ...], tmp_path: Path, graph_emulator: Emulator, terminal: OnTerminal
) -> None:
    with terminal(tmp_path, graph_emulator.url, "upload", *payroll) as shown:
        shown.until("2 of 2 records sent, 0 have an outcome")
        shown.type("\x03")
        assert shown.end() == 130
    assert "interrupted; done before: send 2 of 2 records" in shown.shown
    assert "Traceback" not in shown.shown
