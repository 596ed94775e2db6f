"""What the logs keep beside the outcome: reference steps, beta's older members, age, directory audits."""

from collections.abc import Callable
from typing import Any

import pytest

from graphsync.emulator import SCIM_PRINCIPAL_ID, TROUBLED_PRINCIPAL_ID
from graphsync.emulator.tenant.people import person, put_source

from .conftest import Caller
from .jobs import JOB, SYNC, cycle

AUDITS = "/auditLogs/directoryAudits"


def audits(call: Caller, principal: str = SCIM_PRINCIPAL_ID) -> list[dict[str, Any]]:
    found = call("GET", AUDITS)["value"]
    return [item for item in found if item["targetResources"][0]["id"] == principal]


def activities(call: Caller) -> list[str]:
    return [item["activityDisplayName"] for item in reversed(audits(call))]


def test_a_record_of_an_object_with_references_has_a_step_for_them(call: Caller) -> None:
    tenant = call.emulator.graph.tenant
    boss, worker = next(iter(tenant.users)), person(99, "contoso.com")
    put_source(tenant, "user", {**worker, "manager": boss})
    cycle(call)
    steps = call("GET", "/auditLogs/provisioning", top="1")["value"][0]["provisioningSteps"]
    kinds = [step["provisioningStepType"] for step in steps]
    assert kinds == ["import", "scoping", "matching", "referenceResolution", "export"]
    step = steps[3]
    assert (step["status"], step["details"]["ResolvedReferences"]) == ("success", "1")


def test_a_reference_without_an_account_is_a_warning(call: Caller) -> None:
    worker = {**person(99, "contoso.com"), "manager": "nobody"}
    put_source(call.emulator.graph.tenant, "user", worker)
    cycle(call)
    created = call(
        "GET", "/auditLogs/provisioning", filter=f"sourceIdentity/id eq '{worker['id']}'"
    )["value"][-1]
    step = next(
        item
        for item in created["provisioningSteps"]
        if item["provisioningStepType"] == "referenceResolution"
    )
    assert (step["status"], step["details"]["UnresolvedReferences"]) == ("warning", "nobody")


def test_an_object_without_references_has_no_such_step(call: Caller) -> None:
    put_source(call.emulator.graph.tenant, "user", {**person(99, "contoso.com"), "manager": None})
    cycle(call)
    steps = call("GET", "/auditLogs/provisioning", top="1")["value"][0]["provisioningSteps"]
    assert "referenceResolution" not in [step["provisioningStepType"] for step in steps]


def test_beta_keeps_the_older_members(call: Caller) -> None:
    reply = call.reply(
        "GET",
        "/auditLogs/provisioning",
        base="http://localhost/beta",
        top="1",
        filter="statusInfo/status eq 'success'",
    )
    assert isinstance(reply.body, dict)
    (found,) = reply.body["value"]
    assert found["action"] == "Create"
    assert found["statusInfo"]["@odata.type"] == "#microsoft.graph.statusDetails"
    assert found["statusInfo"]["status"] == found["provisioningStatusInfo"]["status"] == "success"
    assert found["provisioningAction"] == "create"
    assert "action" not in call("GET", "/auditLogs/provisioning", top="1")["value"][0]


def test_records_and_audits_are_gone_after_thirty_days(call: Caller) -> None:
    call("POST", f"{JOB}/pause", status=204)
    assert call("GET", "/auditLogs/provisioning")["value"]
    call.emulator.advance(days=29)
    assert call("GET", "/auditLogs/provisioning")["value"]
    assert audits(call)
    call.emulator.advance(days=2)
    assert call("GET", "/auditLogs/provisioning")["value"] == []
    assert audits(call) == []


def test_a_free_tenant_keeps_them_for_seven(new: Callable[..., Caller]) -> None:
    call = new(log_days=7.0)
    call("POST", f"{JOB}/pause", status=204)
    call.emulator.advance(days=8)
    assert call("GET", "/auditLogs/provisioning")["value"] == []


def test_changes_are_audited(call: Caller) -> None:
    before = len(audits(call))
    call(
        "PUT",
        f"{SYNC}/secrets",
        {"value": [{"key": "BaseAddress", "value": "https://a.contoso.com"}]},
        status=204,
    )
    call("POST", f"{JOB}/pause", status=204)
    call("POST", f"{JOB}/pause", status=204)
    call("POST", f"{JOB}/start", status=204)
    call("POST", f"{JOB}/start", status=204)
    call("POST", f"{JOB}/restart", status=204)
    call("PUT", f"{JOB}/schema", call("GET", f"{JOB}/schema"), status=204)
    call("DELETE", f"{JOB}/schema", status=204)
    assert activities(call)[before:] == [
        "Update provisioning setting or credentials",
        "Disable/pause provisioning configuration",
        "Enable/start provisioning configuration",
        "Enable/restart provisioning configuration",
        "Update attribute mappings or scope",
        "Update attribute mappings or scope",
    ]
    newest = audits(call)[0]
    assert (newest["category"], newest["loggedByService"]) == (
        "ProvisioningManagement",
        "Account Provisioning",
    )
    assert newest["targetResources"][0]["type"] == "ServicePrincipal"


def test_a_quarantine_is_audited_with_its_reason(call: Caller) -> None:
    found = [
        item
        for item in audits(call, TROUBLED_PRINCIPAL_ID)
        if item["activityDisplayName"] == "Quarantine"
    ]
    assert found[0]["resultReason"].startswith("This run profile is being quarantined because of: ")
    assert "EncounteredQuarantineException" in found[0]["resultReason"]


@pytest.mark.parametrize(
    ("filter", "number"), [("activityDisplayName eq 'Quarantine'", 1), ("category eq 'Other'", 0)]
)
def test_audits_are_filtered_and_paged(call: Caller, filter: str, number: int) -> None:
    assert len(call("GET", AUDITS, filter=filter, top="1")["value"]) == number
