"""Object connections: read, deleted, and what the next cycle makes of an object without one."""

from typing import Any

import pytest

from graphsync.emulator import SCIM_JOB_ID, SCIM_PRINCIPAL_ID

from .conftest import Caller
from .jobs import JOB, SYNC, cycle

BETA = "http://localhost/beta"


def connection(call: Caller, key: str, method: str = "GET", status: int = 200) -> Any:
    return call(method, f"{JOB}/objectConnections('{key}')", base=BETA, status=status)


def ada(call: Caller) -> str:
    return str(call("GET", "/users/ada.ahlberg@contoso.com")["id"])


def accounts_of(call: Caller, name: str) -> list[str]:
    found = call.emulator.accounts(SCIM_PRINCIPAL_ID)
    return [str(item["id"]) for item in found if item.get("userName") == name]


def test_a_connection_is_found_from_either_side(call: Caller) -> None:
    found = connection(call, ada(call))
    assert found["objectId"] == found["sourceAnchor"] == ada(call)
    assert found["targetAnchor"] == accounts_of(call, "ada.ahlberg@contoso.com")[0]
    assert (found["displayName"], found["objectTypeName"]) == ("Ada Ahlberg", "user")
    assert connection(call, found["targetAnchor"]) == found
    group = next(iter(call.emulator.graph.tenant.groups))
    assert connection(call, group)["objectTypeName"] == "group"


def test_what_is_not_there_is_a_404_and_what_cannot_be_an_id_a_400(call: Caller) -> None:
    assert connection(call, "nobody", status=404)["error"]["code"] == "ResourceNotFound"
    connection(call, "%20", status=400)
    connection(call, "x" * 300, status=400)
    call("GET", f"{SYNC}/jobs/nope/objectConnections('x')", base=BETA, status=404)
    message = call("GET", f"{JOB}/objectConnections", base=BETA, status=400)["error"]["message"]
    assert "cannot be listed" in message


@pytest.mark.parametrize("method", ["GET", "DELETE"])
@pytest.mark.parametrize(
    "path",
    [f"{JOB}/objectConnections('x')", f"{SYNC}/connectivityParameters", "/reports/correlations"],
)
def test_v1_does_not_know_what_beta_has(call: Caller, method: str, path: str) -> None:
    error = call(method, path, status=400)["error"]
    segment = (
        path.replace("('x')", "").rpartition("/")[2] if "/synchronization" in path else "reports"
    )
    assert error["message"] == f"Resource not found for the segment '{segment}'."


def test_a_job_has_to_be_paused_first(call: Caller) -> None:
    error = connection(call, ada(call), "DELETE", 409)["error"]
    assert "pause" in error["message"]
    call("POST", f"{JOB}/pause", status=204)
    for _ in range(2):
        connection(call, ada(call), "DELETE", 204)
    connection(call, ada(call), status=404)


def repaired(call: Caller) -> str:
    """Delete the connection of Ada, let a cycle run, and return the status of it in the log."""
    call("POST", f"{JOB}/pause", status=204)
    connection(call, ada(call), "DELETE", 204)
    call("POST", f"{JOB}/start", status=204)
    cycle(call)
    filter = f"sourceIdentity/id eq '{ada(call)}'"
    return str(
        call("GET", "/auditLogs/provisioning", top="1", filter=filter)["value"][0][
            "provisioningStatusInfo"
        ]["status"]
    )


def test_the_same_link_where_the_data_is_the_same(call: Caller) -> None:
    before = connection(call, ada(call))
    repaired(call)
    assert connection(call, ada(call)) == before


def test_another_link_where_the_data_says_so(call: Caller) -> None:
    wrong = connection(call, ada(call))["targetAnchor"]
    account = call.emulator.graph.tenant.table("account", SCIM_PRINCIPAL_ID)[wrong]
    account["attributes"]["userName"] = "a.ahlberg@contoso.com"
    right = call.emulator.put_account(
        SCIM_PRINCIPAL_ID, {"userName": "ada.ahlberg@contoso.com", "active": True}
    )
    call.emulator.graph.engine.workshop.forget(SCIM_PRINCIPAL_ID)
    assert repaired(call) == "success"
    assert connection(call, ada(call))["targetAnchor"] == right
    connection(call, wrong, status=404)


def test_a_duplicate_conflict_where_two_accounts_match(call: Caller) -> None:
    call.emulator.put_account(SCIM_PRINCIPAL_ID, {"userName": "ada.ahlberg@contoso.com"})
    assert repaired(call) == "failure"
    connection(call, ada(call), status=404)


def test_on_demand_matches_anew_too(call: Caller) -> None:
    before = connection(call, ada(call))
    call("POST", f"{JOB}/pause", status=204)
    connection(call, ada(call), "DELETE", 204)
    rule = call("GET", f"{JOB}/schema")["synchronizationRules"][0]["id"]
    subject = {"objectId": ada(call), "objectTypeName": "User"}
    body = {"parameters": [{"ruleId": rule, "subjects": [subject]}]}
    call("POST", f"{JOB}/provisionOnDemand", body)
    assert connection(call, ada(call)) == before


def test_an_incremental_cycle_looks_at_nothing_but_the_unlinked_object(call: Caller) -> None:
    cycle(call)
    call("POST", f"{JOB}/pause", status=204)
    connection(call, ada(call), "DELETE", 204)
    call("POST", f"{JOB}/start", status=204)
    call.emulator.advance(minutes=2)
    assert call("GET", JOB)["status"]["lastExecution"]["countImported"] == 1
    assert ada(call) in call.emulator.graph.tenant.table("link", SCIM_JOB_ID)
