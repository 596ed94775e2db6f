"""Finding and making applications, the delay of replication, logs and their filters, permissions."""

from collections.abc import Callable
from typing import Any

import pytest

from graphsync.emulator import (
    NEW_JOB_ID,
    SCIM_APP_ID,
    SCIM_APPLICATION_ID,
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
    TENANT_ID,
)

from .conftest import Caller

NON_GALLERY = "8adf8e6e-67b2-4cf2-a259-e3dc5476c621"
JOBS = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization/jobs"
LOG = "/auditLogs/provisioning"


@pytest.mark.parametrize("collection", ["servicePrincipals", "applications"])
@pytest.mark.parametrize(
    ("filter", "number"),
    [
        (f"appId eq '{SCIM_APP_ID}'", 1),
        ("displayName eq 'contoso directory'", 1),
        ("startswith(displayName, 'Contoso')", 4),
        ("displayName eq 'Nobody'", 0),
        ("not (displayName eq 'Nobody') and (appId ne null)", 4),
    ],
)
def test_find_by_filter(call: Caller, collection: str, filter: str, number: int) -> None:
    assert len(call("GET", f"/{collection}", filter=filter)["value"]) == number


def test_get_by_both_ids(call: Caller) -> None:
    principal = call("GET", f"/servicePrincipals(appId='{SCIM_APP_ID}')")
    assert principal["id"] == SCIM_PRINCIPAL_ID
    assert call("GET", f"/applications/{SCIM_APPLICATION_ID}", select="appId").keys() == {
        "@odata.context",
        "id",
        "appId",
    }
    call("GET", "/servicePrincipals/nope", status=404)


def test_instantiate_then_create_the_job(call: Caller) -> None:
    made = call("POST", f"/applicationTemplates/{NON_GALLERY}/instantiate", {"displayName": "Contoso New"}, status=201)
    principal = made["servicePrincipal"]
    assert principal["objectId"] == principal["id"]
    root = f"/servicePrincipals/{principal['id']}/synchronization"
    job = call("POST", f"{root}/jobs", {"templateId": "scim"}, status=201)
    assert job["id"] == f"scim.{TENANT_ID.replace('-', '')}.{principal['appId']}"
    assert call("GET", f"/applications/{made['application']['id']}/synchronization/jobs")["value"][0]["id"] == job["id"]
    assert call("POST", f"{root}/jobs", {"templateId": "scim"}, status=409)["error"]["code"] == "Conflict"
    call("POST", f"{root}/jobs", {"templateId": "aws"}, status=400)
    call("POST", "/applicationTemplates/nope/instantiate", {"displayName": "x"}, status=404)
    call("POST", f"/applicationTemplates/{NON_GALLERY}/instantiate", {}, status=400)


def test_replication_takes_its_time(new: Callable[..., Caller]) -> None:
    call = new(replication_delay=30.0)
    made = call("POST", f"/applicationTemplates/{NON_GALLERY}/instantiate", {"displayName": "Contoso New"}, status=201)
    root = f"/servicePrincipals/{made['servicePrincipal']['id']}/synchronization"
    error = call("GET", f"{root}/templates", status=401)["error"]
    assert (error["code"], error["message"]) == ("UnknownError", "")
    call.emulator.advance(seconds=31)
    call("GET", f"{root}/templates")
    job = call("POST", f"{root}/jobs", {"templateId": "scim"}, status=201)["id"]
    call("GET", f"{root}/jobs/{job}", status=404)
    assert call("GET", f"{root}/jobs")["value"] == []
    call("PUT", f"{root}/secrets", {"value": [{"key": "UserName", "value": "u"}]}, status=204)
    assert call("GET", f"{root}/secrets")["value"] == []
    call.emulator.advance(seconds=31)
    call("GET", f"{root}/jobs/{job}")
    assert len(call("GET", f"{root}/secrets")["value"]) == 1
    call("DELETE", f"{root}/jobs/{job}", status=204)
    assert call("GET", f"{root}/jobs/{job}")["id"] == job
    call("POST", f"{root}/jobs/{job}/start", status=404)
    call.emulator.advance(seconds=31)
    call("GET", f"{root}/jobs/{job}", status=404)


def test_changes_that_come_too_soon_conflict(new: Callable[..., Caller]) -> None:
    call = new(conflict_window=5.0)
    call("POST", f"{JOBS}/{NEW_JOB_ID}/start", status=204)
    call("POST", f"{JOBS}/{NEW_JOB_ID}/pause", status=409)
    call.emulator.advance(seconds=6)
    call("POST", f"{JOBS}/{NEW_JOB_ID}/pause", status=204)


def test_log_records_have_the_documented_members(call: Caller) -> None:
    record = call("GET", LOG, top="1")["value"][0]
    assert list(record) == [
        "id",
        "activityDateTime",
        "tenantId",
        "jobId",
        "cycleId",
        "changeId",
        "provisioningAction",
        "durationInMilliseconds",
        "servicePrincipal",
        "sourceSystem",
        "targetSystem",
        "initiatedBy",
        "sourceIdentity",
        "targetIdentity",
        "provisioningStatusInfo",
        "provisioningSteps",
        "modifiedProperties",
    ]
    assert record["provisioningStatusInfo"] == {"status": "success", "errorInformation": None}
    assert record["sourceSystem"]["displayName"] == "Microsoft Entra ID"


@pytest.mark.parametrize(
    ("filter", "number"),
    [
        (f"jobid eq '{SCIM_JOB_ID}'", 45),
        ("jobId eq 'other'", 0),
        ("statusInfo/status eq 'Success'", 45),
        ("provisioningStatusInfo/status eq 'failure'", 0),
        ("sourceIdentity/displayName eq 'Ada Ahlberg'", 1),
        ("sourceIdentity/displayName eq 'ada ahlberg'", 0),
        ("contains(sourceIdentity/displayName, 'Ahlberg')", 20),
        ("activityDateTime ge 2026-01-01T00:00:00Z", 0),
        ("activityDateTime lt 2026-01-01 and provisioningAction eq 'create'", 45),
        ("durationInMilliseconds gt 10 or durationInMilliseconds lt 10", 45),
        ("servicePrincipal/name eq 'x'", 0),
    ],
)
def test_log_filters(call: Caller, filter: str, number: int) -> None:
    assert len(call("GET", LOG, filter=filter)["value"]) == number


def test_log_pages_newest_first(call: Caller) -> None:
    page = call("GET", LOG, top="20", orderby="activityDateTime desc")
    assert len(page["value"]) == 20
    assert "$skiptoken=" in page["@odata.nextLink"]
    moments = [item["activityDateTime"] for item in page["value"]]
    assert moments == sorted(moments, reverse=True)


def test_the_log_is_late_when_asked_to(new: Callable[..., Caller]) -> None:
    call = new(log_delay=7200.0)
    assert call("GET", LOG)["value"] == []
    call.emulator.advance(hours=2)
    assert call("GET", LOG)["value"]


def test_the_log_allows_five_requests_in_ten_seconds(call: Caller) -> None:
    for _ in range(5):
        call("GET", LOG)
    call("GET", LOG, status=429)
    call.emulator.switches.throttling = False
    call("GET", LOG)


def test_the_directory_limit_counts_units(new: Callable[..., Caller]) -> None:
    call = new(directory_limit=True)
    statuses = [call.reply("GET", f"{JOBS}/{SCIM_JOB_ID}").status for _ in range(3501)]
    assert (statuses.count(200), statuses[-1]) == (3500, 429)


def bearer(call: Caller, *roles: str) -> dict[str, str]:
    call.emulator.switches.roles[:] = roles
    return {"authorization": f"Bearer {call.emulator.graph.tokens.issue('some-client')}"}


@pytest.mark.parametrize(
    ("role", "method", "path", "status"),
    [
        ("Synchronization.Read.All", "GET", JOBS, 200),
        ("Synchronization.Read.All", "POST", f"{JOBS}/{SCIM_JOB_ID}/start", 401),
        ("Synchronization.ReadWrite.All", "POST", f"{JOBS}/{SCIM_JOB_ID}/start", 204),
        ("Application.ReadWrite.OwnedBy", "POST", f"{JOBS}/{SCIM_JOB_ID}/start", 204),
        ("Synchronization.ReadWrite.All", "GET", LOG, 403),
        ("AuditLog.Read.All", "GET", LOG, 200),
        ("AuditLog.Read.All", "GET", JOBS, 401),
    ],
)
def test_permissions(new: Callable[..., Caller], role: str, method: str, path: str, status: int) -> None:
    call = new(authentication="permissions")
    assert call.reply(method, path, headers=bearer(call, role)).status == status


def test_a_missing_permission_may_be_said_loudly(new: Callable[..., Caller]) -> None:
    call = new(authentication="permissions", missing_permission="forbidden")
    reply = call.reply("GET", JOBS, headers=bearer(call, "User.Read"))
    assert reply.status == 403


@pytest.mark.parametrize("token", ["", "Bearer", "Basic abc", "Bearer a.b.c"])
def test_tokens_of_nobody(new: Callable[..., Caller], token: str) -> None:
    call = new(authentication="issued token")
    reply = call.reply("GET", JOBS, headers={"authorization": token})
    assert reply.status == 401


@pytest.mark.parametrize(
    ("switch", "check"),
    [
        ({"new_job_code": "NotConfigured"}, ("status", "code", "NotConfigured")),
        ({"new_job_interval": "P10675199DT2H48M5.4775807S"}, ("schedule", "interval", "P10675199DT2H48M5.4775807S")),
    ],
)
def test_new_jobs_by_switch(new: Callable[..., Caller], switch: dict[str, Any], check: tuple[str, str, str]) -> None:
    job = new(**switch)("GET", f"{JOBS}/{NEW_JOB_ID}")
    assert job[check[0]][check[1]] == check[2]


def test_the_other_switches(new: Callable[..., Caller]) -> None:
    path = f"{JOBS}/{NEW_JOB_ID}"
    assert new(missing_job_code="Request_ResourceNotFound")("GET", f"{JOBS}/x", status=404)["error"]["code"] == (
        "Request_ResourceNotFound"
    )
    new(unknown_template_status=404)("POST", JOBS, {"templateId": "nope"}, status=404)
    another = new(duplicate_job="another id")("POST", JOBS, {"templateId": "scim"}, status=201)["id"]
    assert another != SCIM_JOB_ID
    call = new(location_on_create=True)
    call("DELETE", path, status=204)
    assert call.reply("POST", JOBS, {"templateId": "customappsso"}).headers["Location"].endswith(path)
    new(start_active="conflict")("POST", f"{JOBS}/{SCIM_JOB_ID}/start", status=409)
    call = new(restart_paused="Paused")
    call("POST", f"{JOBS}/{SCIM_JOB_ID}/pause", status=204)
    call("POST", f"{JOBS}/{SCIM_JOB_ID}/restart", status=204)
    assert call("GET", f"{JOBS}/{SCIM_JOB_ID}")["schedule"]["state"] == "Paused"
    call = new(restart_paused="Active")
    call("POST", f"{JOBS}/{SCIM_JOB_ID}/pause", status=204)
    call("POST", f"{JOBS}/{SCIM_JOB_ID}/restart", status=204)
    assert call("GET", f"{JOBS}/{SCIM_JOB_ID}")["schedule"]["state"] == "Active"
    new(query_options="refuse")("GET", JOBS, top="1", status=400)
    selected = new(query_options="all")("GET", f"{JOBS}/{SCIM_JOB_ID}", select="templateId")
    assert selected.keys() == {"@odata.context", "id", "templateId"}
    assert "status" in new()("GET", f"{JOBS}/{SCIM_JOB_ID}", select="templateId")
    new(application_jobs="not found")("GET", f"/applications/{SCIM_APPLICATION_ID}/synchronization/jobs", status=404)
    assert "schema" in new()("GET", f"{JOBS}/{SCIM_JOB_ID}", expand="schema")


@pytest.mark.parametrize(
    ("switches", "said"),
    [
        ({"colour": "red"}, "no switch is called 'colour'"),
        ({"put_secrets": "maybe"}, "'replace', 'merge'"),
        ({"page_size": 0}, "at least 1"),
        ({"page_size": True}, "whole number"),
        ({"log_delay": -1}, "at least 0"),
        ({"roles": "x"}, "list of texts"),
        ({"client_secrets": []}, "object of texts"),
        ({"random_seed": "x"}, "whole number"),
        ({"throttling": 1}, "truth value"),
    ],
)
def test_switches_name_what_is_wrong(new: Callable[..., Caller], switches: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        new(**switches)
