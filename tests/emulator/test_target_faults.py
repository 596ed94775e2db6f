"""What a real endpoint does wrong, and how the service takes it."""

from collections.abc import Callable, Iterator

import pytest

from graphsync.emulator import SCIM_PRINCIPAL_ID

from .conftest import Caller
from .jobs import cycle, records
from .scim_server import ScimServer, scim_server
from .test_remote_target import JOB, connect

PREFIX = "SystemForCrossDomainIdentityManagement"


@pytest.fixture
def server() -> Iterator[ScimServer]:
    with scim_server() as running:
        yield running


@pytest.fixture
def call(new: Callable[..., Caller]) -> Iterator[Caller]:
    made = new(throttling=False)
    yield made
    made.emulator.close()


@pytest.fixture
def person(call: Caller, server: ScimServer) -> str:
    """A new person, after everybody else has arrived."""
    connect(call, server.url)
    cycle(call)
    body = {"userPrincipalName": "new@contoso.com", "displayName": "New", "mail": "new@contoso.com"}
    return call.emulator.put_user({**body, "accountEnabled": True, "userType": "Member"})


def last(call: Caller, source_id: str) -> tuple[str, str, str | None]:
    return records(call, source_id)[-1]


@pytest.mark.parametrize(
    ("status", "code"), [("401", f"{PREFIX}InvalidCredentials"), ("403", "InsufficientRights")]
)
def test_a_refused_token_quarantines_the_job_at_once(
    call: Caller, server: ScimServer, person: str, status: str, code: str
) -> None:
    if status == "401":
        server.token = "another-token"
    else:
        server.defects = {status}
    before = len(server.seen)
    cycle(call)
    job = call("GET", JOB)
    assert (job["status"]["code"], job["status"]["quarantine"]["error"]["code"]) == (
        "Quarantine",
        code,
    )
    assert len(server.seen) == before + 1  # nothing else is tried
    assert records(call, person) == []
    server.token, server.defects = "right-token", set()
    call.emulator.advance(hours=7)
    assert call("GET", JOB)["status"]["code"] == "Active"
    assert "new@contoso.com" in {user["userName"] for user in server.users.values()}


def test_an_endpoint_that_is_gone_quarantines_the_job(
    call: Caller, server: ScimServer, person: str
) -> None:
    connect(call, "http://127.0.0.1:9/scim")
    cycle(call)
    status = call("GET", JOB)["status"]
    assert status["code"] == "Quarantine"
    assert status["quarantine"]["error"]["code"] == f"{PREFIX}CredentialValidationUnavailable"


# Reported by those who run endpoints: the test of the connection at the start of a cycle fails.
@pytest.mark.parametrize("defect", ["broken json", "404 for no match"])
def test_an_endpoint_that_fails_the_test_of_the_connection_quarantines_the_job(
    call: Caller, server: ScimServer, person: str, defect: str
) -> None:
    server.defects = {defect}
    cycle(call)
    status = call("GET", JOB)["status"]
    assert status["code"] == "Quarantine"
    assert status["quarantine"]["error"]["code"] == f"{PREFIX}ServiceIncompatible"
    server.defects = set()
    call.emulator.advance(hours=7)
    assert call("GET", JOB)["status"]["code"] == "Active"
    assert "new@contoso.com" in {user["userName"] for user in server.users.values()}


@pytest.mark.parametrize(
    ("defect", "code"),
    [
        ("500", "InternalServerError"),
        ("503", "InternalServerError"),
        ("429", "TooManyRequests"),
        ("slow", "Timeout"),
        ("filter ignored", "DuplicateTargetEntries"),
        ("create refused", f"{PREFIX}BadRequest"),
        ("no id", f"{PREFIX}ServiceIncompatible"),
    ],
)
def test_a_fault_fails_the_object_and_is_tried_again(
    call: Caller, server: ScimServer, person: str, defect: str, code: str
) -> None:
    server.defects = {defect}
    if defect == "slow":
        call.emulator.switches.target_timeout = 0.2
    cycle(call)
    assert last(call, person)[1:] == ("failure", code)
    job = call("GET", JOB)["status"]
    assert (job["code"], job["lastExecution"]["countEscrowed"]) == ("Active", 1)
    server.defects = set()
    call.emulator.switches.target_timeout = 10.0
    call.emulator.advance(hours=3)
    assert call("GET", JOB)["status"]["lastExecution"]["countEscrowed"] == 0
    assert [user["userName"] for user in server.users.values()].count("new@contoso.com") == 1


def test_retry_after_is_obeyed(call: Caller, server: ScimServer, person: str) -> None:
    server.defects = {"429"}
    cycle(call)
    escrow = call.emulator.graph.tenant.table("escrow", JOB.rpartition("/")[2])[person]
    at = max(item["at"] for item in call.emulator.graph.tenant.table("log").values())
    assert escrow["next"] == at + 30


def test_an_ignored_filter_takes_the_only_account_for_a_match(
    call: Caller, server: ScimServer
) -> None:
    """The classic accident: a person who has nothing to do with it is overwritten."""
    server.users["admin"] = {
        "id": "admin",
        "userName": "administrator",
        "displayName": "Admin",
        "schemas": [],
    }
    server.defects = {"filter ignored"}
    connect(call, server.url)
    cycle(call)
    first = call.emulator.users[0]
    assert server.users["admin"]["userName"] == first["userPrincipalName"]


def test_a_create_that_was_not_done_is_done_again(
    call: Caller, server: ScimServer, person: str
) -> None:
    server.defects = {"create not done"}
    cycle(call)
    assert last(call, person) == ("create", "success", None)  # the endpoint said so
    server.defects = set()
    call.emulator.put_user({"id": person, "displayName": "Newer"})
    cycle(call)
    assert last(call, person) == ("create", "success", None)
    assert {u["userName"]: u["displayName"] for u in server.users.values()}[
        "new@contoso.com"
    ] == "Newer"


def test_case_that_changes_on_the_way_back_writes_nothing(
    call: Caller, server: ScimServer, person: str
) -> None:
    cycle(call)
    server.defects = {"case changed"}
    call.emulator.put_user({"id": person, "employeeHireDate": "2026-01-01"})
    before = len(server.seen)
    cycle(call)
    assert [item.method for item in server.seen[before:] if item.method != "GET"] == []


def test_a_conflict_is_said_as_the_service_says_it(
    call: Caller, server: ScimServer, person: str
) -> None:
    server.users["x"] = {
        "id": "x",
        "userName": "new@contoso.com",
        "displayName": "New",
        "schemas": [],
    }
    server.defects, server.only = {"filter finds nothing"}, "new@"
    cycle(call)
    assert last(call, person) == ("create", "failure", "EntryConflict")


def test_requests_are_kept_without_the_token(call: Caller, server: ScimServer, person: str) -> None:
    cycle(call)
    sent = call.emulator.target_requests(SCIM_PRINCIPAL_ID)
    assert (sent[-1].method, sent[-1].status) == ("POST", 201)
    assert "right-token" not in repr(sent)
