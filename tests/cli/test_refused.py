"""Every command without a sign-in and without a permission, and in each form of its output."""

import csv
import io
import json
from pathlib import Path

import pytest
import yaml

from graphsync.cli.reference import commands
from graphsync.emulator import SCIM_PRINCIPAL_ID, Emulator
from graphsync.emulator.protocol.fault import Fault

from .inside import Inside
from .test_terminal import TABLE

DESCRIBED = {words: described for words, _, described in commands()}
# The first two send nothing to Graph, the third needs no sign-in without --tenant, and the fourth
# lists the jobs that it could not start (test_running).
APART = {"login", "whoami", "scim check", "maintenance end"}
ONLINE = [row for row in TABLE if DESCRIBED[row[0]].sends and row[0] not in APART]
FORMS = ("json", "jsonl", "csv", "yaml")
# What is written as it is, in one form.
AS_IT_IS = {"api", "export", "schema diff", "schema show"}


@pytest.fixture
def inside(tmp_path: Path, shared_graph_emulator: Emulator) -> Inside:
    (tmp_path / "nothing.yaml").write_text(
        f"application: {{principal: {SCIM_PRINCIPAL_ID}}}\njob: {{template: scim}}\n"
    )
    (tmp_path / "people.csv").write_text("Id,Mail\nE1,eva.ek@contoso.com\n")
    (tmp_path / "map.yaml").write_text("externalId: Id\nuserName: Mail\n")
    return Inside(tmp_path, shared_graph_emulator)


def words_of(row: tuple[str, tuple[str, ...], int, str, str]) -> list[str]:
    """Return a line that asks nothing, and sends what it is for."""
    words, more, *_ = row
    if words == "api":
        more = ("GET", "/users")
    found = [*words.split(), *(one for one in more if one not in {"--follow", "--dry-run"})]
    if DESCRIBED[words].writes:
        found.append("--yes")
    return [*found, "--stdin"] if words in {"secrets set", "secrets rotate"} else found


@pytest.mark.parametrize("row", ONLINE, ids=lambda row: row[0])
def test_who_is_not_permitted_or_not_signed_in_learns_it_in_three_lines(
    row: tuple[str, tuple[str, ...], int, str, str], inside: Inside, shared_graph_emulator: Emulator
) -> None:
    words = words_of(row)
    shared_graph_emulator.faults.add(Fault(kind="status", status=403, path="*"))
    try:
        refused = inside(*words, input="any\n", EDITOR="true")
    finally:
        shared_graph_emulator.faults.clear()
    given = {"GRAPHSYNC_SIGN_IN": "environment", "GRAPHSYNC_TOKEN": None}
    unknown = inside(*words, input="any\n", EDITOR="true", **given)
    for ran in (refused, unknown):
        assert ran.returncode == 4, (ran.stdout, ran.stderr)
        assert ran.stdout == ""
        assert 2 <= len(ran.stderr.splitlines()) <= 3, ran.stderr
        assert "Traceback" not in ran.stderr
    first, *rest = unknown.stderr.splitlines()
    assert "EnvironmentCredential" in first
    assert "EnvironmentCredential" not in "".join(rest)


@pytest.mark.parametrize(
    "row",
    [
        row
        for row in TABLE
        if row[2] == 0
        and row[0] not in AS_IT_IS
        and not row[0].startswith("emulator")
        and not DESCRIBED[row[0]].writes
    ],
    ids=lambda row: row[0],
)
def test_each_form_is_read_by_a_program(
    row: tuple[str, tuple[str, ...], int, str, str], inside: Inside
) -> None:
    words = [*row[0].split(), *row[1]]
    if row[0] in {"expr format", "secrets validate"}:
        assert inside(*words).returncode == 0
        return
    shown = {form: inside(*words, "-o", form) for form in FORMS}
    assert {ran.returncode for ran in shown.values()} == {0}
    found = json.loads(shown["json"].stdout)
    lines = [json.loads(line) for line in shown["jsonl"].stdout.splitlines()]
    rows = found if isinstance(found, list) else [found]
    assert [[*one] for one in lines] == [[*one] for one in rows]
    assert len([*csv.DictReader(io.StringIO(shown["csv"].stdout))]) == len(rows)
    assert [*(yaml.safe_load(shown["yaml"].stdout) or ())] == (
        found if isinstance(found, list) else [*found]
    )
