"""`graphsync provision`: what was written for each person, or why nothing was."""

import json
from pathlib import Path

import pytest

from graphsync.emulator import SCIM_JOB_ID, SCIM_PRINCIPAL_ID, Emulator

from .inside import Inside

pytestmark = pytest.mark.graph_emulator(speed=0)
ADA, CARL = "ada.ahlberg@contoso.com", "carl.ahlberg@contoso.com"
WHERE = ("--app", SCIM_PRINCIPAL_ID, "--job", SCIM_JOB_ID)


@pytest.fixture
def inside(tmp_path: Path, graph_emulator: Emulator) -> Inside:
    return Inside(tmp_path, graph_emulator)


def group_id(emulator: Emulator) -> str:
    return next(str(one["id"]) for one in emulator.groups)


def test_what_was_written_is_done_and_a_second_time_nothing_is(inside: Inside) -> None:
    inside("api", "PATCH", f"/users/{ADA}", "--body", "-", input='{"jobTitle": "Chief"}')
    first = inside("provision", ADA, *WHERE)
    assert first.returncode == 0
    assert first.stderr.startswith(f"done: updated {ADA} (account ")
    assert first.stdout.splitlines()[-1].split() == ["title", "Manager", "Chief"]
    second = inside("provision", ADA, *WHERE)
    assert (second.returncode, second.stderr) == (
        0,
        f"nothing written: {ADA} is up to date (RedundantExport)\n",
    )
    assert "done" not in second.stderr


def test_who_is_out_of_scope_is_status_2_with_the_condition(inside: Inside) -> None:
    keys = ("BaseAddress", "SecretToken", "SyncAll")
    values = "https://scim.contoso.com/v2\nhush\nfalse\n"
    inside("secrets", "set", SCIM_PRINCIPAL_ID, *keys, "--stdin", input=values)
    # The account goes first; then there is nothing left to write.
    assert inside("provision", ADA, *WHERE).stderr.startswith(f"done: disabled {ADA}")
    ran = inside("provision", ADA, *WHERE, "-o", "json")
    assert ran.returncode == 2, ran.stderr
    assert ran.stderr.startswith(
        f"nothing written: {ADA} is out of scope (NotEffectivelyEntitled: "
    )
    assert "; not met: " in ran.stderr
    found = json.loads(ran.stdout)
    assert (found["outcome"], found["objects"][0]["name"]) == ("out of scope", ADA)
    assert found["notMet"]


def test_a_failure_is_status_1_with_the_reason(inside: Inside) -> None:
    ran = inside("provision", "88888888-4444-4444-8444-121212121212", *WHERE, "--type", "User")
    assert ran.returncode == 1
    assert ran.stderr.startswith("failed: 88888888-4444-4444-8444-121212121212: EntityNotFound: ")


def test_a_group_has_a_line_for_each_person(inside: Inside, graph_emulator: Emulator) -> None:
    group = group_id(graph_emulator)
    inside("api", "PATCH", f"/users/{ADA}", "--body", "-", input='{"jobTitle": "Chief"}')
    ran = inside("provision", group, *WHERE, "--member", ADA, "--member", CARL)
    assert ran.returncode == 0, ran.stderr
    assert [line.rsplit(" (", 1)[0] for line in sorted(ran.stderr.splitlines())] == [
        f"done: updated {ADA}",
        f"nothing written: {group} is up to date",
        f"nothing written: {CARL} is up to date",
    ]
    assert {line.split()[0] for line in ran.stdout.splitlines() if line} == {
        "OBJECT",
        group,
        ADA,
        CARL,
    }


def test_the_id_of_a_group_is_not_provisioned_as_a_user(
    inside: Inside, graph_emulator: Emulator
) -> None:
    dry = inside("provision", group_id(graph_emulator), *WHERE, "--dry-run", "-o", "json")
    (parameters,) = json.loads(dry.stdout)["body"]["parameters"]
    assert parameters["subjects"][0]["objectTypeName"] == "Group"
    assert dry.stderr == f"would do: provision {group_id(graph_emulator)}\n"


def test_a_group_that_is_created_has_its_members_as_text(
    inside: Inside, graph_emulator: Emulator
) -> None:
    group = group_id(graph_emulator)
    # No user has that id, so that its account is deleted.
    assert inside("provision", group, *WHERE, "--type", "User").returncode == 0
    ran = inside("provision", group, *WHERE, "--member", ADA, "-o", "json")
    assert ran.returncode == 0, ran.stderr
    (members,) = (
        one["after"] for one in json.loads(ran.stdout)["changes"] if one["attribute"] == "members"
    )
    assert len(members.split(",")[0]) == 36
