"""Snapshots: what was saved comes back whole, by call, by fixture and by admin call."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest

from graphsync.emulator import SCIM_PRINCIPAL_ID, Emulator
from graphsync.emulator.protocol.fault import Fault
from graphsync.emulator.scenarios import SCENARIOS
from graphsync.emulator.tenant.people import person

from .conftest import Caller
from .jobs import JOB, SYNC, edit, mapping
from .test_plugin import run


def everything(emulator: Emulator) -> dict[str, Any]:
    """Return all that a tenant holds, to the last document and in order."""
    state = emulator.graph.state
    tables = {
        f"{kind}/{scope}": list(table.items())
        for (kind, scope), table in state.tenant._tables.items()
        if table
    }
    found = {
        "tables": tables,
        "changes": state.tenant._changes,
        "now": state.clock.now(),
        "switches": str(state.switches),
        "faults": emulator.faults.waiting(),
        "due": state.engine._schedule._due,
    }
    copied: dict[str, Any] = json.loads(json.dumps(found, default=str, skipkeys=True)) | {
        "due": dict(state.engine._schedule._due)
    }
    return copied


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_reset_brings_back_everything_after_an_incident(
    new: Callable[..., Caller], name: str
) -> None:
    call = new()
    before = everything(call.emulator)
    call.emulator.scenario(name)
    assert everything(call.emulator) != before
    call.emulator.reset()
    assert everything(call.emulator) == before


def test_a_reset_brings_back_what_calls_changed(call: Caller) -> None:
    before = everything(call.emulator)
    made = call("POST", "/applications", {"displayName": "New"}, status=201)
    call("PATCH", f"/applications/{made['id']}", {"displayName": "Newer"}, status=204)
    call("PUT", f"{SYNC}/secrets", {"value": [{"key": "SyncAll", "value": "false"}]}, status=204)
    call("DELETE", f"/users/{next(iter(call.emulator.graph.tenant.users))}", status=204)
    call("POST", f"{JOB}/pause", status=204)
    call.emulator.put_account(SCIM_PRINCIPAL_ID, {"userName": "planted@contoso.com"})
    call.emulator.set_target(SCIM_PRINCIPAL_ID, available=False)
    call.emulator.faults.add(Fault(kind="reset", times=3))
    call.emulator.switches.page_size = 7
    call.emulator.advance(days=40)
    call.emulator.reset()
    assert everything(call.emulator) == before


def test_a_running_cycle_goes_on_from_where_it_was(new: Callable[..., Caller]) -> None:
    call = new(objects_per_page=10)
    call("POST", f"{JOB}/restart", {"criteria": {"resetScope": "Watermark"}}, status=204)
    call.emulator.advance(seconds=17)
    running = call("GET", JOB)["status"]
    assert running["progress"][0]["completedUnits"] == 1
    call.emulator.save("under way")
    endings = []
    for _ in range(2):
        call.emulator.restore("under way")
        assert call("GET", JOB)["status"] == running
        call.emulator.advance(minutes=2)
        endings.append(call("GET", JOB)["status"])
    assert endings[0] == endings[1]
    assert endings[0]["lastExecution"]["countImported"] == 45


def _say(title: str, mappings: list[dict[str, Any]]) -> None:
    mappings.append(mapping("nickName", title))


def test_a_schema_of_the_same_version_is_not_mistaken_for_another(call: Caller) -> None:
    """After a reset ids repeat, versions of schemas among them."""
    titles = []
    for title in ('"One"', '"Two"'):
        edit(call, partial(_say, title))
        put = person(60, "contoso.com")
        call.emulator.put_user(put)
        call.emulator.advance(hours=1)
        accounts = call.emulator.accounts(SCIM_PRINCIPAL_ID)
        titles.append(accounts[-1]["nickName"])
        call.emulator.reset()
    assert titles == ["One", "Two"]


def test_the_target_knows_its_own_accounts_after_a_reset(call: Caller) -> None:
    """What is kept beside the tables for speed must not outlive them."""
    for _ in range(2):
        call.emulator.put_user(person(60, "contoso.com"))
        call.emulator.advance(hours=1)
        assert len(call.emulator.accounts(SCIM_PRINCIPAL_ID)) == 46
        call.emulator.reset()
    assert len(call.emulator.accounts(SCIM_PRINCIPAL_ID)) == 45


def test_limits_are_as_they_were(call: Caller) -> None:
    for _ in range(5):
        call("GET", "/auditLogs/provisioning")
    call("GET", "/auditLogs/provisioning", status=429)
    call.emulator.reset()
    call("GET", "/auditLogs/provisioning")


def test_names(call: Caller) -> None:
    emulator = call.emulator
    assert emulator.snapshots == ["start"]
    emulator.save("before the import")
    emulator.advance(hours=1)
    later = emulator.graph.state.clock.now()
    emulator.save("after it")
    emulator.restore("before the import")
    assert emulator.graph.state.clock.now() == later - 3600
    emulator.restore("after it")
    assert emulator.graph.state.clock.now() == later
    with pytest.raises(LookupError, match="did you mean 'before the import'"):
        emulator.restore("before import")
    for name in ("", "a/b", "x" * 101):
        with pytest.raises(ValueError, match="a snapshot cannot be named"):
            emulator.save(name)


def test_a_large_tenant_is_not_saved_unasked(new: Callable[..., Caller]) -> None:
    emulator = new(seed={"users": 2_001}).emulator
    assert emulator.snapshots == []
    with pytest.raises(LookupError, match="more than 2000 objects; save one by that name"):
        emulator.reset()
    emulator.save("start")
    emulator.put_user(person(9_999, "contoso.com"))
    emulator.reset()
    assert len(emulator.users) == 2_001


def test_a_restored_tenant_is_what_the_file_holds(tmp_path: Path) -> None:
    path = tmp_path / "tenant.sqlite"
    first = Emulator(speed=0, state=path, start="2026-01-01T00:00:00Z", random_seed=7)
    first.save("here")
    for number in range(60, 70):
        first.put_user(person(number, "contoso.com"))
    first.remove_user(first.users[0]["id"])
    first.advance(hours=1)
    first.restore("here")
    tables = everything(first)["tables"]
    first.close()
    second = Emulator(speed=0, state=path)
    kept = everything(second)["tables"]
    second.close()
    assert kept.pop("tenant/") != tables.pop("tenant/")  # it counts how often it was opened
    assert kept == tables


def test_admin_calls() -> None:
    with (
        Emulator(speed=0) as emulator,
        httpx.Client(base_url=f"{emulator.url[:-5]}/_emulator") as at,
    ):
        made = at.post("/snapshots", json={"name": "before it"})
        assert (made.status_code, made.json()["name"]) == (201, "before it")
        at.post("/advance", json={"duration": "PT40M"})
        emulator.put_user(person(60, "contoso.com"))
        assert len(at.get("/users").json()["value"]) == 41
        restored = at.post("/snapshots/before%20it/restore")
        assert restored.json() == made.json()
        assert len(at.get("/users").json()["value"]) == 40
        names = [item["name"] for item in at.get("/snapshots").json()["value"]]
        assert names == ["start", "before it"]
        assert at.delete("/snapshots/before%20it").status_code == 204
        assert at.post("/snapshots/before%20it/restore").status_code == 400
        emulator.put_user(person(60, "contoso.com"))
        assert at.post("/reset").json()["name"] == "start"
        assert len(at.get("/users").json()["value"]) == 40
        assert "needs a name" in at.post("/snapshots", json={}).json()["error"]["message"]
        assert "takes none" in at.post("/reset", json={"x": 1}).json()["error"]["message"]


SHARED = """
import pytest

@pytest.fixture(scope="session")
def graph_emulator_options():
    return {"speed": 0}

@pytest.mark.parametrize("number", range(3))
def test_each_finds_the_beginning(shared_graph_emulator, number, addresses=set()):
    assert len(shared_graph_emulator.users) == 40
    assert shared_graph_emulator.graph.state.clock.speed == 0
    shared_graph_emulator.remove_user(shared_graph_emulator.users[0]["id"])
    shared_graph_emulator.advance(days=1)
    addresses.add(shared_graph_emulator.url)
    assert len(addresses) == 1
"""


def test_the_shared_fixture(tmp_path: Path) -> None:
    (tmp_path / "test_story.py").write_text(SHARED)
    ran = run(tmp_path)
    assert "3 passed" in ran.stdout, ran.stdout + ran.stderr


def test_a_job_that_was_deleted_is_back_and_runs(call: Caller) -> None:
    call("DELETE", JOB, status=204)
    call.emulator.reset()
    call.emulator.put_user(person(60, "contoso.com"))
    call.emulator.advance(hours=1)
    assert call("GET", JOB)["status"]["lastExecution"]["countImported"] == 1
