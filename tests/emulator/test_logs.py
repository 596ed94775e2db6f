"""Provisioning logs: their records, filters, pages, delay and limit."""

from collections.abc import Callable, Iterator

import pytest

from graphsync.emulator import (
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
)

from .conftest import Caller, either_target
from .scim_server import ScimServer


@pytest.fixture(params=["inside", "over HTTP"])
def target_server(request: pytest.FixtureRequest) -> Iterator[ScimServer | None]:
    yield from either_target(request.param)


LOG = "/auditLogs/provisioning"


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
        (f"servicePrincipal/id eq '{SCIM_PRINCIPAL_ID}'", 45),
        (f"contains(tolower(servicePrincipal/id), '{SCIM_PRINCIPAL_ID[:8]}')", 45),
        ("contains(tolower(sourceIdentity/displayName), 'ada ahlberg')", 1),
        ("provisioningAction eq 'create'", 45),
        ("statusInfo/status eq 'SUCCESS'", 45),
        ("contains(sourceIdentity/displayName, 'Success')", 0),
        ("sourceIdentity/identityType eq 'User'", 40),
    ],
)
def test_log_filters(call: Caller, filter: str, number: int) -> None:
    assert len(call("GET", LOG, filter=filter)["value"]) == number


def test_the_log_of_one_object(call: Caller) -> None:
    user = call("GET", "/users/ada.ahlberg@contoso.com")["id"]
    filter = f"sourceIdentity/id eq '{user}' and provisioningAction eq 'create'"
    (record,) = call("GET", LOG, filter=filter, orderby="activityDateTime desc")["value"]
    assert record["sourceIdentity"]["displayName"] == "Ada Ahlberg"


@pytest.mark.parametrize(
    ("base", "filter", "code"),
    [
        ("v1.0", "colour eq 'red'", "BadRequest"),
        ("v1.0", "sourceIdentity/colour eq 'red'", "Request_UnsupportedQuery"),
        ("v1.0", "modifiedProperties/any(p:p/displayName eq 'title')", "Request_UnsupportedQuery"),
        ("v1.0", "action eq 'Create'", "BadRequest"),
        ("v1.0", "contains(tolower(colour), 'r')", "BadRequest"),
        ("beta", "contains(tolower(colour), 'r')", "BadRequest"),
    ],
)
def test_what_the_log_cannot_be_filtered_by(
    call: Caller, base: str, filter: str, code: str
) -> None:
    error = call("GET", LOG, status=400, filter=filter, base=f"http://localhost/{base}")["error"]
    assert error["code"] == code


def test_beta_has_its_own_names(call: Caller) -> None:
    for filter in ("action eq 'Create'", "statusInfo/status eq 'Success'"):
        assert len(call("GET", LOG, filter=filter, base="http://localhost/beta")["value"]) == 45


def test_audits_are_filtered_by_what_they_are_about(call: Caller) -> None:
    filter = f"targetResources/any(t:t/id eq '{SCIM_PRINCIPAL_ID}') and category eq 'ProvisioningManagement'"
    assert call("GET", "/auditLogs/directoryAudits", filter=filter)["value"]
    call("GET", "/auditLogs/directoryAudits", status=400, filter="colour eq 'red'")


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
