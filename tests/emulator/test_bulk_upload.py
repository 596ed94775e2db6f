"""Bulk upload: people are staged, become users in the next cycle, and show in the log."""

import json
from typing import Any

import pytest

from graphsync.emulator import (
    INBOUND_JOB_ID,
    INBOUND_PRINCIPAL_ID,
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
)
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.errors import GraphError
from graphsync.emulator.protocol.routing import segments

from .conftest import Caller

JOB = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization/jobs/{SCIM_JOB_ID}"
INBOUND = f"/servicePrincipals/{INBOUND_PRINCIPAL_ID}/synchronization/jobs/{INBOUND_JOB_ID}"
SCIM_JSON = {"content-type": "application/scim+json"}


def bulk(*people: dict[str, Any], **changes: Any) -> dict[str, Any]:
    operations = [
        {
            "method": "POST",
            "bulkId": str(number),
            "path": "/Users",
            "data": {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], **data},
            **changes,
        }
        for number, data in enumerate(people)
    ]
    return {
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
        "Operations": operations,
    }


ADA: dict[str, Any] = {
    "externalId": "emp-1",
    "userName": "ada.new@contoso.com",
    "displayName": "Ada New",
    "active": True,
    "name": {"givenName": "Ada", "familyName": "New"},
    "emails": [{"value": "ada.new@contoso.com", "type": "work", "primary": True}],
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {
        "department": "Research",
        "manager": {"value": "emp-2"},
    },
}
BELA: dict[str, Any] = {
    "externalId": "emp-2",
    "userName": "bela.new@contoso.com",
    "displayName": "Bela New",
    "active": True,
}


def find(call: Caller, employee: str) -> dict[str, Any]:
    return next(
        item
        for item in call.emulator.graph.tenant.users.values()
        if item.get("employeeId") == employee
    )


def test_uploaded_people_become_users_in_the_next_cycle(call: Caller) -> None:
    reply = call.reply("POST", f"{INBOUND}/bulkUpload", bulk(ADA, BELA), SCIM_JSON)
    assert (reply.status, reply.content()) == (202, b"")
    location = reply.headers["Location"]
    assert (
        location
        == f"http://localhost/v1.0/auditLogs/provisioning/?$filter=jobid%20eq%20'{INBOUND_JOB_ID}'"
    )
    call.emulator.advance(minutes=45)
    ada, bela = find(call, "emp-1"), find(call, "emp-2")
    assert (ada["userPrincipalName"], ada["department"], ada["givenName"]) == (
        "ada.new@contoso.com",
        "Research",
        "Ada",
    )
    assert (ada["mail"], ada["mailNickname"]) == ("ada.new@contoso.com", "ada.new")
    assert ada["manager"] == bela["id"]
    log = call("GET", "/auditLogs/provisioning/", filter=f"jobid eq '{INBOUND_JOB_ID}'")["value"]
    assert {item["sourceIdentity"]["id"] for item in log} == {"emp-1", "emp-2"}
    # The directory is the source of the other application: they go on from there.
    call.emulator.advance(minutes=45)
    accounts = call.emulator.graph.tenant.table("account", SCIM_PRINCIPAL_ID).values()
    assert "ada.new@contoso.com" in {item["attributes"].get("userName") for item in accounts}


def test_a_partial_upload_changes_only_what_it_holds(call: Caller) -> None:
    call("POST", f"{INBOUND}/bulkUpload", bulk(ADA), 202, headers=SCIM_JSON)
    call.emulator.advance(minutes=45)
    call(
        "POST",
        f"{INBOUND}/bulkUpload",
        bulk({"externalId": "emp-1", "active": False}),
        202,
        headers=SCIM_JSON,
    )
    call.emulator.advance(minutes=45)
    ada = find(call, "emp-1")
    assert (ada["accountEnabled"], ada["displayName"]) == (False, "Ada New")


def test_a_paused_job_takes_uploads_and_a_restart_drops_them(call: Caller) -> None:
    call("POST", f"{INBOUND}/pause", status=204)
    call("POST", f"{INBOUND}/bulkUpload", bulk(ADA), 202, headers=SCIM_JSON)
    users = len(call.emulator.graph.tenant.users)
    call.emulator.advance(hours=2)
    assert len(call.emulator.graph.tenant.users) == users
    call("POST", f"{INBOUND}/restart", status=204)
    call.emulator.advance(hours=2)
    assert len(call.emulator.graph.tenant.users) == users


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (bulk(ADA), {}),
        (b"not json", SCIM_JSON),
        ({}, SCIM_JSON),
        (bulk(), SCIM_JSON),
        (bulk(*[{"externalId": str(n)} for n in range(51)]), SCIM_JSON),
        (bulk(ADA, method="PATCH"), SCIM_JSON),
        (bulk(ADA, path="/Groups"), SCIM_JSON),
        (bulk(ADA, BELA, bulkId="same"), SCIM_JSON),
        (bulk({"userName": "x"}), SCIM_JSON),
    ],
)
def test_uploads_with_a_wrong_format(call: Caller, body: object, headers: dict[str, str]) -> None:
    error = call("POST", f"{INBOUND}/bulkUpload", body, 400, headers=headers)["error"]
    assert error["message"].startswith("Invalid Data Format")


def test_only_api_driven_jobs_take_uploads(call: Caller) -> None:
    call("POST", f"{JOB}/bulkUpload", bulk(ADA), 400, headers=SCIM_JSON)


def test_forty_uploads_in_five_seconds(call: Caller) -> None:
    for _ in range(40):
        call("POST", f"{INBOUND}/bulkUpload", bulk(BELA), 202, headers=SCIM_JSON)
    call("POST", f"{INBOUND}/bulkUpload", bulk(BELA), 429, headers=SCIM_JSON)


def test_six_thousand_uploads_in_a_day(call: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    throttle = call.emulator.graph.throttle
    match = call.emulator.graph.router.match(segments(f"{INBOUND}/bulkUpload"))
    assert match
    sent = Call(call.emulator.graph.state, "POST", "", {}, {}, b"", "")
    moments = iter(range(86_400))
    monkeypatch.setattr(throttle, "_now", lambda: next(moments))
    for _ in range(6_000):
        throttle.check(match.operations["POST"], sent)
    with pytest.raises(GraphError, match="retry again later"):
        throttle.check(match.operations["POST"], sent)


def test_the_upload_as_an_entity(call: Caller) -> None:
    call("GET", f"{INBOUND}/bulkUpload", status=404)
    call("PUT", f"{INBOUND}/bulkUpload/$value", bulk(ADA), 204)
    assert call("GET", f"{INBOUND}/bulkUpload")["id"] == INBOUND_JOB_ID
    assert json.loads(call("GET", f"{INBOUND}/bulkUpload/$value")) == bulk(ADA)
    assert call("PATCH", f"{INBOUND}/bulkUpload", {})["id"] == INBOUND_JOB_ID
    call("DELETE", f"{INBOUND}/bulkUpload/$value", status=204)
    call("GET", f"{INBOUND}/bulkUpload/$value", status=404)
    users = len(call.emulator.graph.tenant.users)
    call.emulator.advance(minutes=45)
    assert len(call.emulator.graph.tenant.users) == users


def test_without_a_notification_address_an_api_driven_job_is_quarantined(call: Caller) -> None:
    call(
        "PUT",
        f"/servicePrincipals/{INBOUND_PRINCIPAL_ID}/synchronization/secrets",
        {"value": []},
        status=204,
    )
    call("POST", f"{INBOUND}/restart", status=204)
    call.emulator.advance(minutes=1)
    assert call("GET", INBOUND)["status"]["quarantine"]["reason"] == "IngestionInterrupted"
