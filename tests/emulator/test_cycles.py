"""Cycles: what they read, write and count."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from graphsync.emulator import (
    NEW_JOB_ID,
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
)
from graphsync.emulator.tenant.people import person, put_source, remove_source

from .conftest import Caller, either_target
from .jobs import accept, account, accounts, empty_target, held, put_secrets, reject
from .scim_server import ScimServer


@pytest.fixture(params=["inside", "over HTTP"])
def target_server(request: pytest.FixtureRequest) -> Iterator[ScimServer | None]:
    yield from either_target(request.param)


SYNC = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization"
JOBS = f"{SYNC}/jobs"
JOB = f"{JOBS}/{NEW_JOB_ID}"
HEALTHY = f"{JOBS}/{SCIM_JOB_ID}"


def status(call: Caller, path: str = JOB) -> Any:
    return call("GET", path)["status"]


def state(call: Caller, path: str = JOB) -> tuple[str, str]:
    job = call("GET", path)
    return job["schedule"]["state"], job["status"]["code"]


def test_first_cycle_shows_progress_then_counts(new: Callable[..., Caller]) -> None:
    call = new(objects_per_page=20)
    call("POST", f"{JOB}/start", status=204)
    call.emulator.advance(seconds=11)
    running = status(call)
    assert running["lastExecution"]["timeBegan"] > running["lastExecution"]["timeEnded"]
    assert running["progress"][0] == {
        "completedUnits": 0,
        "progressObservationDateTime": "2026-01-01T00:00:10Z",
        "totalUnits": 3,
        "units": "pages",
    }
    call.emulator.advance(seconds=12)
    assert status(call)["progress"][0]["completedUnits"] == 1
    call.emulator.advance(minutes=2)
    done = status(call)
    assert (done["code"], done["progress"]) == ("Active", [])
    assert done["lastExecution"]["state"] == "Succeeded"
    assert done["lastExecution"]["countImported"] == 45
    assert done["steadyStateFirstAchievedTime"] == done["lastExecution"]["timeEnded"]
    assert done["lastSuccessfulExecution"] == done["lastExecution"]


def test_incremental_cycles_bring_only_what_changed(call: Caller) -> None:
    tenant = call.emulator.graph.tenant
    before = len(held(call))
    put_source(tenant, "user", person(40, "contoso.com"))
    call.emulator.advance(minutes=45)
    last = status(call, HEALTHY)["lastExecution"]
    assert (last["countImported"], last["countExported"], last["countImportedDeltas"]) == (1, 1, 1)
    assert len(held(call)) == before + 1
    call.emulator.advance(minutes=45)
    assert status(call, HEALTHY)["lastExecution"]["countImported"] == 0


def test_failures_wait_longer_each_time_until_they_are_forgotten(call: Caller) -> None:
    tenant = call.emulator.graph.tenant
    reject(call, "title", "Wizard")
    put_source(tenant, "user", {**person(40, "contoso.com"), "jobTitle": "Wizard"})
    call.emulator.advance(minutes=45)
    last = status(call, HEALTHY)["lastExecution"]
    assert (last["state"], last["countEscrowed"], last["error"]) == ("EntryLevelErrors", 1, None)
    escrow = next(iter(tenant.table("escrow", SCIM_JOB_ID).values()))
    call.emulator.advance(minutes=90)
    later = next(iter(tenant.table("escrow", SCIM_JOB_ID).values()))
    assert later["attempts"] > escrow["attempts"]
    call("POST", f"{HEALTHY}/restart", {"criteria": {"resetScope": "Escrows"}}, status=204)
    assert status(call, HEALTHY)["lastExecution"]["countEscrowed"] == 0
    accept(call)
    call("POST", f"{HEALTHY}/restart", status=204)
    call.emulator.advance(minutes=2)
    assert status(call, HEALTHY)["lastExecution"]["state"] == "Succeeded"


def test_leaving_scope_disables_and_deleting_deletes(call: Caller) -> None:
    tenant = call.emulator.graph.tenant
    first, second = list(tenant.users)[:2]
    put_source(tenant, "user", {**tenant.users[first], "accountEnabled": False})
    remove_source(tenant, "user", second)
    links = tenant.table("link", SCIM_JOB_ID)
    disabled, deleted = links[first]["target"], links[second]["target"]
    call.emulator.advance(minutes=45)
    assert accounts(call)[disabled]["active"] in {"False", False}
    assert deleted not in accounts(call)
    actions = [
        item["provisioningAction"]
        for item in call("GET", "/auditLogs/provisioning", top="2")["value"]
    ]
    assert sorted(actions) == ["delete", "disable"]
    put_source(tenant, "user", {**tenant.users[first], "accountEnabled": True})
    call.emulator.advance(minutes=45)
    assert accounts(call)[disabled]["active"] in {"True", True}


def test_a_schema_change_makes_the_next_cycle_an_initial_one(call: Caller) -> None:
    schema = call("GET", f"{HEALTHY}/schema")
    mappings = schema["synchronizationRules"][0]["objectMappings"][0]["attributeMappings"]
    mappings[:] = [item for item in mappings if item["targetAttributeName"] != "title"]
    call("PUT", f"{HEALTHY}/schema", schema, status=204)
    call.emulator.advance(minutes=45)
    assert status(call, HEALTHY)["lastExecution"]["countImported"] == 45


def test_only_assigned_people_unless_everybody_is_synchronized(call: Caller) -> None:
    put_secrets(call)
    tenant = call.emulator.graph.tenant
    empty_target(call)
    group = next(iter(tenant.groups))
    path = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/appRoleAssignedTo"
    call("POST", path, {"principalId": group, "resourceId": SCIM_PRINCIPAL_ID}, status=201)
    call("POST", f"{JOB}/start", status=204)
    call.emulator.advance(minutes=2)
    # Its eight members and the group itself.
    assert status(call)["lastExecution"]["countEntitled"] == 9
    assert len(held(call)) == 9


def test_managers_and_members_become_references_to_accounts(call: Caller) -> None:
    tenant = call.emulator.graph.tenant
    links = tenant.table("link", SCIM_JOB_ID)
    user = tenant.users[list(tenant.users)[10]]
    found = account(call, user["id"]) or {}
    manager = next(value for name, value in found.items() if name.endswith(":manager"))
    assert manager == links[user["manager"]]["target"]
    group = next(iter(tenant.groups.values()))
    members = (account(call, group["id"]) or {})["members"]
    assert members == sorted(links[member]["target"] for member in group["members"])
