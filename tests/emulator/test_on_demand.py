"""Provision on demand: one object, now, with every step in the answer."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from graphsync.emulator import (
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
    SCIM_RULE_ID,
    TROUBLED_JOB_ID,
    TROUBLED_PRINCIPAL_ID,
)
from graphsync.emulator.tenant.people import person, put_source

from .conftest import Caller, either_target
from .jobs import accounts, reject
from .scim_server import ScimServer


@pytest.fixture(params=["inside", "over HTTP"])
def target_server(request: pytest.FixtureRequest) -> Iterator[ScimServer | None]:
    yield from either_target(request.param)


JOB = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization/jobs/{SCIM_JOB_ID}"


def ask(subject: dict[str, Any], rule: str = SCIM_RULE_ID) -> dict[str, Any]:
    return {"parameters": [{"ruleId": rule, "subjects": [subject]}]}


def user(key: str) -> dict[str, Any]:
    return {"objectId": key, "objectTypeName": "User"}


def test_a_new_person_is_created_on_demand(call: Caller) -> None:
    new = person(40, "contoso.com")
    put_source(call.emulator.graph.tenant, "user", new)
    answer = call("POST", f"{JOB}/provisionOnDemand", ask(user(new["id"])))
    assert answer["@odata.context"].endswith("$metadata#microsoft.graph.stringKeyStringValuePair")
    assert (
        answer["key"] == "Microsoft.Identity.Health.CPP.Common.DataContracts.SyncFabric.StatusInfo"
    )
    (detail,) = json.loads(answer["value"])
    assert (detail["action"], detail["statusInfo"]["status"]) == ("Create", "Success")
    assert [step["name"] for step in detail["provisioningSteps"]] == [
        "EntryImportAdd",
        "EntrySynchronizationScoping",
        "EntrySynchronizationAdd",
        "EntryExportAdd",
    ]
    created = accounts(call)[detail["targetIdentity"]["id"]]
    assert created["userName"] == new["userPrincipalName"]
    record = call("GET", "/auditLogs/provisioning", top="1")["value"][0]
    assert (record["changeId"], record["provisioningAction"]) == (detail["changeId"], "create")


def test_nothing_to_do_is_a_redundant_export(call: Caller) -> None:
    key = next(iter(call.emulator.graph.tenant.users))
    detail = json.loads(call("POST", f"{JOB}/provisionOnDemand", ask(user(key)))["value"])[0]
    assert (detail["statusInfo"]["status"], detail["statusInfo"]["errorCode"]) == (
        "Skipped",
        "RedundantExport",
    )
    assert detail["provisioningSteps"][-1]["details"] == {"SkipReason": "RedundantExport"}


@pytest.mark.parametrize("shape", ["object", "quoted key"])
def test_the_older_shapes(new: Callable[..., Caller], shape: str) -> None:
    call = new(on_demand_value=shape)
    key = next(iter(call.emulator.graph.tenant.users))
    answer = call("POST", f"{JOB}/provisionOnDemand", ask(user(key)))
    assert json.loads(answer["key"])["result"] == "Skipped"
    assert json.loads(answer["value"])["statusInfo"]["status"] == "Skipped"


def test_a_failure_is_within_the_200(call: Caller) -> None:
    detail = json.loads(call("POST", f"{JOB}/provisionOnDemand", ask(user("nobody")))["value"])[0]
    assert detail["statusInfo"]["status"] == "Failure"
    new = person(40, "contoso.com")
    put_source(call.emulator.graph.tenant, "user", new)
    reject(call, "userName", new["userPrincipalName"], 409)
    refused = json.loads(call("POST", f"{JOB}/provisionOnDemand", ask(user(new["id"])))["value"])[0]
    assert refused["statusInfo"]["errorCode"] == "EntryConflict"


def test_a_group_brings_its_members(call: Caller) -> None:
    tenant = call.emulator.graph.tenant
    group = next(iter(tenant.groups.values()))
    members = [user(key) for key in group["members"][:2]]
    subject = {"objectId": group["id"], "objectTypeName": "Group", "links": {"members": members}}
    details = json.loads(call("POST", f"{JOB}/provisionOnDemand", ask(subject))["value"])
    assert [item["sourceIdentity"]["type"] for item in details] == ["Group", "User", "User"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (ask(user("x"), rule=""), "does not include the rule"),
        (ask(user("x"), rule="other"), "does not include the rule"),
        (ask({"objectId": "x", "objectTypeName": "Printer"}), "Printer"),
        ([{"ruleId": SCIM_RULE_ID}], ""),
        ({"parameters": []}, "one rule"),
        (ask({**user("x"), "links": {"members": [user("a")] * 6}}), "at most 5"),
    ],
)
def test_requests_that_are_refused(call: Caller, body: object, said: str) -> None:
    error = call("POST", f"{JOB}/provisionOnDemand", body, status=400)["error"]
    assert said in error["message"]


def test_no_credentials_no_provisioning(call: Caller) -> None:
    path = f"/servicePrincipals/{TROUBLED_PRINCIPAL_ID}/synchronization/jobs/{TROUBLED_JOB_ID}"
    assert (
        call("POST", f"{path}/provisionOnDemand", ask(user("x")), status=400)["error"]["code"]
        == "CredentialsMissing"
    )


def test_the_sixth_within_ten_seconds_is_throttled(call: Caller) -> None:
    body = ask(user(next(iter(call.emulator.graph.tenant.users))))
    for _ in range(5):
        call("POST", f"{JOB}/provisionOnDemand", body)
    reply = call.reply("POST", f"{JOB}/provisionOnDemand", body)
    assert reply.status == 429
    assert reply.headers["Retry-After"] == "10"
    assert reply.headers["x-ms-throttle-information"] == "ResourceUnitLimitExceeded"
    call.emulator.advance(seconds=10)
    call("POST", f"{JOB}/provisionOnDemand", body)
