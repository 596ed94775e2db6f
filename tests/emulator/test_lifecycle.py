"""The life of a job: what each call does to it, and what the engine does when time passes."""

from collections.abc import Callable
from typing import Any

import pytest

from graphsync.emulator import (
    NEW_JOB_ID,
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
    TROUBLED_JOB_ID,
    TROUBLED_PRINCIPAL_ID,
)
from graphsync.emulator.tenant.people import person, put_source, remove_source

from .conftest import Caller

SYNC = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization"
JOBS = f"{SYNC}/jobs"
JOB = f"{JOBS}/{NEW_JOB_ID}"
HEALTHY = f"{JOBS}/{SCIM_JOB_ID}"
TROUBLED = f"/servicePrincipals/{TROUBLED_PRINCIPAL_ID}/synchronization/jobs/{TROUBLED_JOB_ID}"
NEVER = "0001-01-01T00:00:00Z"


def status(call: Caller, path: str = JOB) -> Any:
    return call("GET", path)["status"]


def state(call: Caller, path: str = JOB) -> tuple[str, str]:
    job = call("GET", path)
    return job["schedule"]["state"], job["status"]["code"]


def refuse_token(call: Caller, principal: str = SCIM_PRINCIPAL_ID) -> None:
    call.emulator.graph.tenant.table("target")[principal] = {"acceptedToken": "another"}


def test_a_new_job_is_as_captured(call: Caller) -> None:
    call("DELETE", JOB, status=204)
    made = call("POST", JOBS, {"templateId": "customappsso"}, status=201)
    assert made.pop("@odata.context").endswith("/synchronization/jobs/$entity")
    assert made == {
        "id": NEW_JOB_ID,
        "templateId": "customappsso",
        "schedule": {"expiration": None, "interval": "PT40M", "state": "Disabled"},
        "status": {
            "countSuccessiveCompleteFailures": 0,
            "escrowsPruned": False,
            "code": "Paused",
            "lastExecution": None,
            "lastSuccessfulExecution": None,
            "lastSuccessfulExecutionWithExports": None,
            "quarantine": None,
            "steadyStateFirstAchievedTime": NEVER,
            "steadyStateLastAchievedTime": NEVER,
            "troubleshootingUrl": None,
            "progress": [],
            "synchronizedEntryCountByType": [],
        },
        "synchronizationJobSettings": [
            {"name": "AzureIngestionAttributeOptimization", "value": "False"},
            {"name": "LookaheadQueryEnabled", "value": "False"},
        ],
    }


def test_started_and_not_yet_run_is_as_captured(call: Caller) -> None:
    call("POST", f"{JOB}/start", status=204)
    job = call("GET", JOB)
    assert (job["schedule"]["state"], job["status"]["code"], job["status"]["troubleshootingUrl"]) == (
        "Active",
        "NotRun",
        "",
    )
    last = job["status"]["lastExecution"]
    assert last["state"] == "Failed"
    assert last["error"] == {"code": "None", "message": "", "tenantActionable": False}
    assert (last["timeBegan"], last["timeEnded"], last["activityIdentifier"]) == (NEVER, NEVER, None)


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
    before = len(tenant.table("account", SCIM_PRINCIPAL_ID))
    put_source(tenant, "user", person(40, "contoso.com"))
    call.emulator.advance(minutes=45)
    last = status(call, HEALTHY)["lastExecution"]
    assert (last["countImported"], last["countExported"], last["countImportedDeltas"]) == (1, 1, 1)
    assert len(tenant.table("account", SCIM_PRINCIPAL_ID)) == before + 1
    call.emulator.advance(minutes=45)
    assert status(call, HEALTHY)["lastExecution"]["countImported"] == 0


def test_pause_lets_the_running_cycle_finish(call: Caller) -> None:
    call("POST", f"{JOB}/start", status=204)
    call.emulator.advance(seconds=11)
    call("POST", f"{JOB}/pause", status=204)
    call.emulator.advance(hours=2)
    assert state(call) == ("Paused", "Paused")
    ended = status(call)["lastExecution"]["timeEnded"]
    assert ended < "2026-01-01T00:02"
    call.emulator.advance(hours=2)
    assert status(call)["lastExecution"]["timeEnded"] == ended
    call("POST", f"{JOB}/start", status=204)
    assert state(call) == ("Active", "Active")


def test_pausing_twice_and_starting_twice_change_nothing(call: Caller) -> None:
    call("POST", f"{JOB}/pause", status=204)
    assert state(call) == ("Disabled", "Paused")
    call("POST", f"{HEALTHY}/start", status=204)
    assert state(call, HEALTHY) == ("Active", "Active")


def test_refused_credentials_quarantine_and_retry_ever_later(call: Caller) -> None:
    refuse_token(call)
    call.emulator.advance(minutes=45)
    first = status(call, HEALTHY)
    quarantine = first["quarantine"]
    assert (first["code"], quarantine["reason"], quarantine["seriesCount"]) == (
        "Quarantine",
        "EncounteredQuarantineException",
        1,
    )
    assert quarantine["error"]["code"] == "SystemForCrossDomainIdentityManagementInvalidCredentials"
    assert first["lastExecution"]["error"] == quarantine["error"]
    attempts = [quarantine["nextAttempt"]]
    for hours in (6, 6, 12, 24):
        call.emulator.advance(hours=hours)
        attempts.append(status(call, HEALTHY)["quarantine"]["nextAttempt"])
    assert [attempt[:13] for attempt in attempts] == [
        "2026-01-01T06",
        "2026-01-01T12",
        "2026-01-02T00",
        "2026-01-03T00",
        "2026-01-04T00",
    ]
    assert status(call, HEALTHY)["countSuccessiveCompleteFailures"] == 5


def test_four_weeks_in_quarantine_disable_the_job(call: Caller) -> None:
    call.emulator.advance(days=27)
    assert state(call, TROUBLED) == ("Active", "Quarantine")
    call.emulator.advance(days=2)
    assert state(call, TROUBLED) == ("Disabled", "Quarantine")
    last = status(call, TROUBLED)["lastExecution"]["timeEnded"]
    call.emulator.advance(days=9)
    assert status(call, TROUBLED)["lastExecution"]["timeEnded"] == last


def test_working_credentials_end_the_quarantine_at_the_next_attempt(call: Caller) -> None:
    refuse_token(call)
    call.emulator.advance(minutes=45)
    call.emulator.graph.tenant.table("target").empty()
    assert state(call, HEALTHY) == ("Active", "Quarantine")
    call.emulator.advance(hours=7)
    assert state(call, HEALTHY) == ("Active", "Active")
    assert status(call, HEALTHY)["quarantine"] is None


@pytest.mark.parametrize(
    "steer",
    [("start", None), ("restart", {"criteria": {"resetScope": "QuarantineState"}}), ("restart", {"criteria": {}})],
)
def test_start_and_restart_lift_a_quarantine(call: Caller, steer: tuple[str, Any]) -> None:
    refuse_token(call)
    call.emulator.advance(minutes=45)
    call("POST", f"{HEALTHY}/{steer[0]}", steer[1], status=204)
    lifted = status(call, HEALTHY)
    assert (lifted["code"], lifted["quarantine"], lifted["countSuccessiveCompleteFailures"]) == ("Active", None, 0)
    call.emulator.advance(minutes=1)
    assert status(call, HEALTHY)["code"] == "Quarantine"


def test_restart_with_the_watermark_looks_at_everything_again(call: Caller) -> None:
    call("POST", f"{HEALTHY}/restart", {"criteria": {"resetScope": "Watermark"}}, status=204)
    call.emulator.advance(minutes=2)
    last = status(call, HEALTHY)["lastExecution"]
    assert (last["countImported"], last["countExported"]) == (45, 0)


def test_full_restart_matches_accounts_again_and_recounts(call: Caller) -> None:
    tenant = call.emulator.graph.tenant
    accounts = set(tenant.table("account", SCIM_PRINCIPAL_ID))
    call("POST", f"{HEALTHY}/restart", {"criteria": {"resetScope": "Full"}}, status=204)
    assert not tenant.table("link", SCIM_JOB_ID)
    call.emulator.advance(minutes=2)
    assert set(tenant.table("account", SCIM_PRINCIPAL_ID)) == accounts
    assert len(tenant.table("link", SCIM_JOB_ID)) == 45


def test_restart_wants_scopes_that_exist(call: Caller) -> None:
    error = call("POST", f"{HEALTHY}/restart", {"criteria": {"resetScope": "Everything"}}, status=400)["error"]
    assert "Everything" in error["message"]


def test_failures_wait_longer_each_time_until_they_are_forgotten(call: Caller) -> None:
    tenant = call.emulator.graph.tenant
    tenant.table("target")[SCIM_PRINCIPAL_ID] = {"rejects": [{"attribute": "title", "value": "Wizard"}]}
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
    tenant.table("target").empty()
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
    accounts = tenant.table("account", SCIM_PRINCIPAL_ID)
    assert accounts[disabled]["attributes"]["active"] == "False"
    assert deleted not in accounts
    actions = [item["provisioningAction"] for item in call("GET", "/auditLogs/provisioning", top="2")["value"]]
    assert sorted(actions) == ["delete", "disable"]
    put_source(tenant, "user", {**tenant.users[first], "accountEnabled": True})
    call.emulator.advance(minutes=45)
    assert accounts[disabled]["attributes"]["active"] == "True"


def delete_users(call: Caller, number: int) -> None:
    for key in list(call.emulator.graph.tenant.users)[-number:]:
        remove_source(call.emulator.graph.tenant, "user", key)


def limit_deletions(call: Caller, limit: int) -> None:
    settings = f'{{"Enabled":true,"DeleteThresholdEnabled":true,"DeleteThresholdValue":{limit}}}'
    secrets = [{"key": "SyncAll", "value": "true"}, {"key": "BaseAddress", "value": "https://a.contoso.com"}]
    secrets += [{"key": "SecretToken", "value": "t"}, {"key": "SyncNotificationSettings", "value": settings}]
    call("PUT", f"{SYNC}/secrets", {"value": secrets}, status=204)


def test_too_many_deletions_are_staged_until_they_are_forced(call: Caller) -> None:
    limit_deletions(call, 3)
    delete_users(call, 3)
    accounts = call.emulator.graph.tenant.table("account", SCIM_PRINCIPAL_ID)
    before = len(accounts)
    call.emulator.advance(minutes=45)
    held = status(call, HEALTHY)
    assert (held["code"], held["quarantine"]["reason"], len(accounts)) == ("Quarantine", "TooManyDeletes", before)
    log = call("GET", "/auditLogs/provisioning", filter="provisioningAction eq 'stagedDelete'")["value"]
    assert len(log) == 3
    call("POST", f"{HEALTHY}/restart", {"criteria": {"resetScope": "ForceDeletes"}}, status=204)
    call.emulator.advance(minutes=10)
    assert len(accounts) == before - 3
    call.emulator.advance(hours=8)
    assert state(call, HEALTHY) == ("Active", "Active")


def test_fewer_deletions_than_the_threshold_go_through(call: Caller) -> None:
    limit_deletions(call, 3)
    delete_users(call, 2)
    before = len(call.emulator.graph.tenant.table("account", SCIM_PRINCIPAL_ID))
    call.emulator.advance(minutes=45)
    assert state(call, HEALTHY) == ("Active", "Active")
    assert len(call.emulator.graph.tenant.table("account", SCIM_PRINCIPAL_ID)) == before - 2


def test_too_many_failures_prune_an_initial_cycle_and_quarantine_an_incremental_one(new: Callable[..., Caller]) -> None:
    call = new(escrow_floor=10)
    tenant = call.emulator.graph.tenant
    tenant.table("target")[SCIM_PRINCIPAL_ID] = {"rejects": [{"attribute": "userName"}]}
    tenant.table("account", SCIM_PRINCIPAL_ID).empty()
    call("POST", f"{JOB}/start", status=204)
    call.emulator.advance(minutes=5)
    pruned = call("GET", JOB)
    assert (pruned["status"]["escrowsPruned"], pruned["schedule"]["state"]) == (True, "Paused")
    for index in range(40, 55):
        put_source(tenant, "user", person(index, "contoso.com"))
    call("POST", f"{JOB}/start", status=204)
    call.emulator.advance(minutes=5)
    quarantined = status(call)
    assert quarantined["quarantine"]["reason"] == "EncounteredEscrowProportionThreshold"


def test_deleting_a_job_keeps_accounts_and_secrets(call: Caller) -> None:
    accounts = len(call.emulator.graph.tenant.table("account", SCIM_PRINCIPAL_ID))
    call("DELETE", HEALTHY, status=204)
    call("GET", HEALTHY, status=404)
    assert len(call("GET", JOBS)["value"]) == 1
    assert len(call.emulator.graph.tenant.table("account", SCIM_PRINCIPAL_ID)) == accounts
    assert len(call("GET", f"{SYNC}/secrets")["value"]) == 3


def test_a_schema_change_makes_the_next_cycle_an_initial_one(call: Caller) -> None:
    schema = call("GET", f"{HEALTHY}/schema")
    mappings = schema["synchronizationRules"][0]["objectMappings"][0]["attributeMappings"]
    mappings[:] = [item for item in mappings if item["targetAttributeName"] != "title"]
    call("PUT", f"{HEALTHY}/schema", schema, status=204)
    call.emulator.advance(minutes=45)
    assert status(call, HEALTHY)["lastExecution"]["countImported"] == 45


def test_only_assigned_people_unless_everybody_is_synchronized(call: Caller) -> None:
    secrets = [{"key": "BaseAddress", "value": "https://a.contoso.com"}, {"key": "SecretToken", "value": "t"}]
    call("PUT", f"{SYNC}/secrets", {"value": secrets}, status=204)
    tenant = call.emulator.graph.tenant
    tenant.table("account", SCIM_PRINCIPAL_ID).empty()
    call.emulator.graph.engine.workshop._targets.clear()
    group = next(iter(tenant.groups))
    path = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/appRoleAssignedTo"
    call("POST", path, {"principalId": group, "resourceId": SCIM_PRINCIPAL_ID}, status=201)
    call("POST", f"{JOB}/start", status=204)
    call.emulator.advance(minutes=2)
    # Its eight members and the group itself.
    assert status(call)["lastExecution"]["countEntitled"] == 9
    assert len(tenant.table("account", SCIM_PRINCIPAL_ID)) == 9


def test_managers_and_members_become_references_to_accounts(call: Caller) -> None:
    tenant = call.emulator.graph.tenant
    accounts = tenant.table("account", SCIM_PRINCIPAL_ID)
    links = tenant.table("link", SCIM_JOB_ID)
    user = tenant.users[list(tenant.users)[10]]
    account = accounts[links[user["id"]]["target"]]["attributes"]
    manager = next(value for name, value in account.items() if name.endswith(":manager"))
    assert manager == links[user["manager"]]["target"]
    group = next(iter(tenant.groups.values()))
    members = accounts[links[group["id"]]["target"]]["attributes"]["members"]
    assert members == sorted(links[member]["target"] for member in group["members"])
