"""`graphsync jobs run`, `maintenance` and `connection` as processes."""

import json
from pathlib import Path

import pytest

from graphsync import GraphClient
from graphsync.emulator import (
    NEW_JOB_ID,
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
    TROUBLED_PRINCIPAL_ID,
    Emulator,
)
from graphsync.emulator.protocol.fault import Fault

from .conftest import Command, OnTerminal

pytestmark = pytest.mark.graph_emulator(speed=0)
APP = SCIM_PRINCIPAL_ID


def schedule(emulator: Emulator, job: str = SCIM_JOB_ID) -> str:
    with GraphClient("any", endpoint=emulator.url) as graph:
        found = graph.service_principals[APP].synchronization.jobs[job].get().schedule
    assert found
    return str(found.state)


def test_a_job_runs_and_its_cycle_is_shown(clocked: Command, graph_emulator: Emulator) -> None:
    ran = clocked("jobs", "run", APP, SCIM_JOB_ID, "--wait", "-o", "json")
    assert ran.returncode == 0, ran.stderr
    cycle = json.loads(ran.stdout)
    assert (cycle["jobId"], cycle["state"]) == (SCIM_JOB_ID, "Succeeded")
    assert cycle["began"] is not None
    assert ran.stderr == ""


def test_a_job_that_does_not_run_is_started_first(
    clocked: Command, graph_emulator: Emulator
) -> None:
    assert clocked("jobs", "pause", APP, SCIM_JOB_ID).returncode == 0
    dry = clocked("jobs", "run", APP, SCIM_JOB_ID, "--wait", "--dry-run", "-o", "json")
    assert json.loads(dry.stdout)["url"].endswith(f"{SCIM_JOB_ID}/start")
    assert schedule(graph_emulator) == "Paused"
    ran = clocked("jobs", "run", APP, SCIM_JOB_ID, "--wait", "-o", "json")
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr == f"done: start {SCIM_JOB_ID}\n"
    assert schedule(graph_emulator) == "Active"
    again = clocked("jobs", "run", APP, SCIM_JOB_ID)
    assert (again.returncode, again.stderr) == (0, f"{SCIM_JOB_ID} runs already\n")


def test_a_quarantine_ends_the_wait_with_advice(clocked: Command) -> None:
    ran = clocked("jobs", "run", TROUBLED_PRINCIPAL_ID, "--wait")
    assert (ran.returncode, ran.stdout) == (1, "")
    first, second = ran.stderr.splitlines()
    assert "is in quarantine" in first
    assert "To do" not in first
    assert second.strip()


def test_a_wait_that_is_too_short_names_the_option(clocked: Command) -> None:
    ran = clocked("jobs", "run", APP, SCIM_JOB_ID, "--wait", "--timeout", "30")
    assert ran.returncode == 1
    assert "within 30 s" in ran.stderr
    assert "--timeout" in ran.stderr


def test_an_interrupted_wait_says_what_was_done(
    tmp_path: Path, graph_emulator: Emulator, terminal: OnTerminal
) -> None:
    with GraphClient("any", endpoint=graph_emulator.url) as graph:
        graph.service_principals[APP].synchronization.jobs[SCIM_JOB_ID].pause()
    with terminal(tmp_path, graph_emulator.url, "jobs", "run", APP, SCIM_JOB_ID, "--wait") as shown:
        shown.until("waiting for a cycle")
        shown.type("\x03")
        assert shown.end() == 130
    assert f"interrupted; done before: start {SCIM_JOB_ID}" in shown.shown
    assert "Traceback" not in shown.shown
    assert schedule(graph_emulator) == "Active"


def test_maintenance_starts_what_it_has_paused_and_nothing_else(
    graphsync: Command, graph_emulator: Emulator, tmp_path: Path
) -> None:
    file = tmp_path / "window.json"
    assert graphsync("maintenance", "begin", APP, "--file", str(file)).returncode == 3
    dry = graphsync("maintenance", "begin", APP, "--file", str(file), "--dry-run")
    assert (dry.returncode, dry.stderr) == (0, f"would do: pause {SCIM_JOB_ID}\n")
    assert not file.exists()
    began = graphsync("maintenance", "begin", APP, "--file", str(file), "--yes")
    assert began.returncode == 0, began.stderr
    assert began.stderr.startswith(f"done: pause {SCIM_JOB_ID}\n")
    assert (schedule(graph_emulator), schedule(graph_emulator, NEW_JOB_ID)) == (
        "Paused",
        "Disabled",
    )
    twice = graphsync("maintenance", "begin", APP, "--file", str(file), "--yes")
    assert twice.returncode == 3
    assert "maintenance end" in twice.stderr
    look = graphsync("maintenance", "end", "--file", str(file), "--dry-run")
    assert (look.returncode, look.stderr) == (0, f"would do: start {SCIM_JOB_ID}\n")
    ended = graphsync("maintenance", "end", "--file", str(file))
    assert (ended.returncode, ended.stderr) == (0, f"done: start {SCIM_JOB_ID}\n")
    assert (schedule(graph_emulator), schedule(graph_emulator, NEW_JOB_ID)) == (
        "Active",
        "Disabled",
    )
    assert not file.exists()
    assert graphsync("maintenance", "end", "--file", str(file)).returncode == 3


def test_a_job_that_cannot_be_started_stays_in_the_file(
    graphsync: Command, graph_emulator: Emulator, tmp_path: Path
) -> None:
    file = tmp_path / "window.json"
    target = f"{APP}:{SCIM_JOB_ID}"
    assert graphsync("maintenance", "begin", target, "--file", str(file), "-y").returncode == 0
    graph_emulator.faults.add(Fault(kind="status", status=403, path="*/start"))
    failed = graphsync("maintenance", "end", "--file", str(file))
    assert failed.returncode == 1
    assert f"failed: start {SCIM_JOB_ID}: " in failed.stderr
    assert SCIM_JOB_ID in file.read_text()
    graph_emulator.faults.clear()
    assert graphsync("maintenance", "end", "--file", str(file)).returncode == 0
    assert schedule(graph_emulator) == "Active"


def test_a_job_that_cannot_be_paused_is_an_error_and_not_in_the_file(
    graphsync: Command, graph_emulator: Emulator, tmp_path: Path
) -> None:
    graph_emulator.faults.add(Fault(kind="status", status=403, path="*/pause"))
    file = tmp_path / "window.json"
    ran = graphsync("maintenance", "begin", APP, "--file", str(file), "--yes")
    assert ran.returncode == 1
    assert f"failed: pause {SCIM_JOB_ID}: " in ran.stderr
    assert "no job was paused" in ran.stderr
    assert not file.exists()


def test_a_connection_is_shown_by_user_and_deleted_while_the_job_is_paused(
    graphsync: Command, graph_emulator: Emulator
) -> None:
    user = next(
        str(one["userPrincipalName"])
        for one in graph_emulator.users
        if str(one["userPrincipalName"]).startswith("ada.")
    )
    where = ("--app", APP, "--job", SCIM_JOB_ID)
    shown = graphsync("connection", "show", user, *where, "-o", "json")
    assert shown.returncode == 0, shown.stderr
    link = json.loads(shown.stdout)
    assert link["objectTypeName"].lower() == "user"
    by_id = graphsync("connection", "show", link["objectId"], *where, "-o", "json")
    assert json.loads(by_id.stdout)["targetAnchor"] == link["targetAnchor"]
    active = graphsync("connection", "delete", user, *where, "--yes")
    assert active.returncode == 1
    assert active.stderr.startswith("graphsync: 409 ")
    assert graphsync("jobs", "pause", APP, SCIM_JOB_ID).returncode == 0
    assert graphsync("connection", "delete", user, *where).returncode == 3
    dry = graphsync("connection", "delete", user, *where, "--dry-run", "-o", "json")
    assert json.loads(dry.stdout)["method"] == "DELETE"
    assert graphsync("connection", "show", user, *where).returncode == 0
    deleted = graphsync("connection", "delete", user, *where, "--yes")
    assert deleted.returncode == 0, deleted.stderr
    assert deleted.stderr == f"done: delete the link of {user} in {SCIM_JOB_ID}\n"
    gone = graphsync("connection", "show", user, *where)
    assert gone.returncode == 1


def test_a_connection_is_repaired_and_one_that_stays_is_status_2(
    clocked: Command, graph_emulator: Emulator
) -> None:
    words = ("connection", "repair", "ada.ahlberg@contoso.com", "--app", APP, "--job", SCIM_JOB_ID)
    assert clocked(*words).returncode == 3
    dry = clocked(*words, "--dry-run")
    assert (dry.returncode, dry.stdout) == (0, "")
    assert schedule(graph_emulator) == "Active"
    ran = clocked(*words, "--yes", "-o", "json")
    assert ran.returncode == 2, ran.stderr
    found = json.loads(ran.stdout)
    assert found["before"] == found["after"] is not None
    assert found["changed"] is False
    steps = [line.split(":")[1].strip() for line in ran.stderr.splitlines()]
    assert steps == ["pause", "delete", "provision", "start"]
    assert schedule(graph_emulator) == "Active"
