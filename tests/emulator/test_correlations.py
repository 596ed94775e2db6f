"""Account discovery: reports made from the accounts that a target really has."""

from typing import Any

import pytest

from graphsync.emulator import MANY_PRINCIPAL_ID, SCIM_PRINCIPAL_ID, TROUBLED_PRINCIPAL_ID

from .conftest import Caller
from .jobs import ASSIGNED, JOB

BETA = "http://localhost/beta"
REPORTS = "/reports/correlations"


def get(call: Caller, path: str, status: int = 200, **query: str) -> Any:
    return call("GET", path, base=BETA, status=status, **query)


def test_a_report_takes_half_an_hour(call: Caller) -> None:
    key = call.emulator.correlate(SCIM_PRINCIPAL_ID)
    report = get(call, f"{REPORTS}/{key}")
    assert report["startDateTime"] == "2026-01-01T00:00:00Z"
    assert (report["endDateTime"], report["error"]) == (None, None)
    assert report["servicePrincipal"] == {"id": SCIM_PRINCIPAL_ID}
    assert get(call, f"{REPORTS}/{key}/identities")["value"] == []
    call.emulator.advance(minutes=30)
    assert get(call, f"{REPORTS}/{key}")["endDateTime"] == "2026-01-01T00:30:00Z"
    assert len(get(call, f"{REPORTS}/{key}/identities")["value"]) == 40
    assert [item["id"] for item in get(call, REPORTS, filter=f"id eq '{key}'")["value"]] == [key]
    get(call, f"{REPORTS}/nope", status=404)


def test_each_account_has_the_status_that_the_data_gives(call: Caller) -> None:
    ada = call("GET", "/users/ada.ahlberg@contoso.com")["id"]
    body = {"principalId": ada, "resourceId": SCIM_PRINCIPAL_ID}
    call("POST", ASSIGNED, body, status=201)
    alone = call.emulator.put_account(SCIM_PRINCIPAL_ID, {"userName": "eve@fabrikam.com"})
    nameless = call.emulator.put_account(SCIM_PRINCIPAL_ID, {"displayName": "Nobody"})
    twin = call.emulator.put_account(SCIM_PRINCIPAL_ID, {"userName": "BELA.Ahlberg@contoso.com"})
    key = call.emulator.correlate(SCIM_PRINCIPAL_ID)
    call.emulator.advance(minutes=30)
    identities = f"{REPORTS}/{key}/identities"
    numbers = {
        status: get(call, identities, filter=f"status eq '{status}'", count="true", top="1")[
            "@odata.count"
        ]
        for status in (
            "correlatedAssigned",
            "correlatedNotAssigned",
            "uncorrelated",
            "failToCorrelate",
        )
    }
    assert numbers == {
        "correlatedAssigned": 1,
        "correlatedNotAssigned": 38,
        "uncorrelated": 1,
        "failToCorrelate": 3,
    }
    (assigned,) = get(call, identities, filter="status eq 'correlatedAssigned'")["value"]
    assert assigned["sourceIdentity"]["anchor"] == {"name": "objectId", "value": ada}
    assert assigned["targetIdentity"]["matchingProperty"] == {
        "name": "userName",
        "value": "ada.ahlberg@contoso.com",
    }
    (found,) = get(call, identities, filter=f"targetIdentity/anchor/value eq '{alone}'")["value"]
    assert (found["status"], found["sourceIdentity"], found["error"]) == (
        "uncorrelated",
        None,
        None,
    )
    failed = get(
        call, identities, filter="status eq 'failToCorrelate'", orderby="correlatedDateTime"
    )["value"]
    errors = {
        item["targetIdentity"]["anchor"]["value"]: item["error"]["errorCode"] for item in failed
    }
    assert (errors[nameless], errors[twin]) == ("MissingMatchingValue", "DuplicateTargetEntries")
    get(call, identities, status=400, filter="colour eq 'red'")
    get(call, identities, status=400, filter="correlatedDateTime eq 2026-01-01")


def test_a_matching_expression_is_not_a_direct_mapping(call: Caller) -> None:
    schema = call("GET", f"{JOB}/schema")
    for mapping in schema["synchronizationRules"][0]["objectMappings"]:
        for item in mapping["attributeMappings"]:
            if item["targetAttributeName"] == "userName":
                item["source"] = {
                    "type": "Function",
                    "expression": "ToLower([userPrincipalName])",
                    "name": "ToLower",
                }
    call("PUT", f"{JOB}/schema", schema, status=204)
    key = call.emulator.correlate(SCIM_PRINCIPAL_ID)
    call.emulator.advance(minutes=30)
    assert get(call, f"{REPORTS}/{key}")["error"]["code"] == "MissingJoiningProperty"
    assert get(call, f"{REPORTS}/{key}/identities")["value"] == []
    assert len(get(call, REPORTS, filter="error/code eq 'MissingJoiningProperty'")["value"]) == 1


def test_only_a_principal_with_a_job_can_be_correlated(call: Caller) -> None:
    assert call.emulator.correlate(TROUBLED_PRINCIPAL_ID)
    with pytest.raises(LookupError, match="service principal"):
        call.emulator.correlate("nobody")
    for job in call(
        "GET", f"/servicePrincipals/{MANY_PRINCIPAL_ID}/synchronization/jobs", top="300"
    )["value"]:
        call(
            "DELETE",
            f"/servicePrincipals/{MANY_PRINCIPAL_ID}/synchronization/jobs/{job['id']}",
            status=204,
        )
    with pytest.raises(LookupError, match="has no job"):
        call.emulator.correlate(MANY_PRINCIPAL_ID)


def test_connectivity_parameters_hide_secrets(call: Caller) -> None:
    path = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization/connectivityParameters"
    found = {item["key"]: item["value"] for item in get(call, path)["value"]}
    assert (found["BaseAddress"], found["SecretToken"]) == ("https://scim.contoso.com/v2", "*")


async def test_the_admin_call_starts_a_report_and_names_what_is_wrong(call: Caller) -> None:
    admin = call.emulator.app._admin
    started = await admin.handle(
        "POST", "/correlations", "", f'{{"servicePrincipalId":"{SCIM_PRINCIPAL_ID}"}}'.encode()
    )
    assert isinstance(started.body, dict)
    assert (started.status, started.body["endDateTime"]) == (201, "2026-01-01T00:30:00Z")
    assert get(call, f"{REPORTS}/{started.body['id']}")
    for body in (b"{}", b'{"principal":"x"}', b'{"servicePrincipalId":"nobody"}'):
        assert (await admin.handle("POST", "/correlations", "", body)).status == 400
