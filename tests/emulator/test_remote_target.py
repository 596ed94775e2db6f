"""A job whose address is a real endpoint provisions there."""

from collections.abc import Callable, Iterator

import pytest

from graphsync.emulator import SCIM_JOB_ID, SCIM_PRINCIPAL_ID, Emulator

from .conftest import Caller
from .jobs import edit, mapping
from .scim_server import ENTERPRISE, ScimServer, scim_server

SYNC = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization"
JOB = f"{SYNC}/jobs/{SCIM_JOB_ID}"


@pytest.fixture
def server() -> Iterator[ScimServer]:
    with scim_server() as running:
        yield running


@pytest.fixture
def call(new: Callable[..., Caller]) -> Iterator[Caller]:
    made = new(throttling=False)
    yield made
    made.emulator.close()


def connect(call: Caller, address: str, token: str = "right-token") -> None:
    pairs = {"BaseAddress": address, "SecretToken": token, "SyncAll": "true"}
    call(
        "PUT",
        f"{SYNC}/secrets",
        {"value": [{"key": k, "value": v} for k, v in pairs.items()]},
        status=204,
    )
    call("POST", f"{JOB}/restart", {"criteria": {"resetScope": "Full"}}, status=204)


def cycle(call: Caller) -> None:
    call.emulator.advance(minutes=45)


@pytest.mark.parametrize("flag", ["", "?aadOptscim062020"])
def test_users_groups_members_and_managers_arrive(
    call: Caller, server: ScimServer, flag: str
) -> None:
    connect(call, server.url + flag)
    cycle(call)
    sources = {user["userPrincipalName"]: user for user in call.emulator.users}
    got = {user["userName"]: user for user in server.users.values()}
    assert got.keys() == sources.keys()
    for name, user in got.items():
        source = sources[name]
        assert user["displayName"] == source["displayName"]
        assert user["active"] is True
        assert {"type": "work", "value": source["mail"], "primary": True} in user["emails"]
        assert user["name"]["givenName"] == source["givenName"]
        manager = source["manager"]
        if manager:
            boss = server.users[user[ENTERPRISE]["manager"]["value"]]
            assert (
                boss["userName"] == call.emulator.graph.tenant.users[manager]["userPrincipalName"]
            )
    ids = {user["id"]: user["userName"] for user in server.users.values()}
    for group in call.emulator.groups:
        made = next(
            item for item in server.groups.values() if item["displayName"] == group["displayName"]
        )
        wanted = {
            call.emulator.graph.tenant.users[item]["userPrincipalName"] for item in group["members"]
        }
        assert {ids[item["value"]] for item in made["members"]} == wanted


@pytest.mark.parametrize("flag", ["", "?aadOptscim062020"])
def test_changes_arrive_and_a_quiet_cycle_writes_nothing(
    call: Caller, server: ScimServer, flag: str
) -> None:
    connect(call, server.url + flag)
    cycle(call)
    someone, other = call.emulator.users[10], call.emulator.users[11]
    call.emulator.put_user(
        {"id": someone["id"], "jobTitle": "Löwe", "accountEnabled": False, "manager": other["id"]}
    )
    call.emulator.remove_user(other["id"])
    group = next(item for item in call.emulator.groups if someone["id"] in item["members"])
    for each in call.emulator.groups:
        left = [item for item in each["members"] if item not in {someone["id"], other["id"]}]
        call.emulator.put_group({"id": each["id"], "members": left})
    cycle(call)
    found = {user["userName"]: user for user in server.users.values()}
    assert found[someone["userPrincipalName"]]["active"] is False
    assert other["userPrincipalName"] not in found
    made = next(
        item for item in server.groups.values() if item["displayName"] == group["displayName"]
    )
    assert found[someone["userPrincipalName"]]["id"] not in {
        item["value"] for item in made["members"]
    }
    before = len(server.seen)
    cycle(call)
    call("POST", f"{JOB}/restart", {"criteria": {"resetScope": "Watermark"}}, status=204)
    cycle(call)
    assert [item for item in server.seen[before:] if item.method != "GET"] == []


def test_an_account_that_is_there_is_matched(call: Caller, server: ScimServer) -> None:
    someone = call.emulator.users[0]
    name = someone["userPrincipalName"].upper()
    server.users["u-1"] = {"id": "u-1", "userName": name, "displayName": "Old", "schemas": []}
    connect(call, server.url)
    cycle(call)
    assert server.users["u-1"]["displayName"] == someone["displayName"]
    assert len(server.users) == len(call.emulator.users)


def test_only_loopback_and_named_hosts_are_called() -> None:
    emulator = Emulator(allow_targets=["scim", "10.0.0.5:8080"])
    allows = emulator.graph.engine.workshop.reach.allows
    assert [
        item
        for item in (
            "http://127.0.0.1:1/scim",
            "http://localhost/scim",
            "http://[::1]:9/",
            "https://SCIM/v2",
            "http://10.0.0.5:8080/x",
            "http://10.0.0.5/x",
            "https://scim.contoso.com/v2",
            "http://127.0.0.1.contoso.com/",
            "http://someone@127.0.0.1/",
            "ftp://127.0.0.1/",
            "http://[::1",
        )
        if allows(item)
    ] == [
        "http://127.0.0.1:1/scim",
        "http://localhost/scim",
        "http://[::1]:9/",
        "https://SCIM/v2",
        "http://10.0.0.5:8080/x",
    ]
    emulator.close()
    with pytest.raises(ValueError, match="http://scim/"):
        Emulator(allow_targets=["http://scim/"])


def validated(call: Caller, address: str, token: str = "right-token") -> tuple[int, str]:
    pairs = [{"key": "BaseAddress", "value": address}, {"key": "SecretToken", "value": token}]
    body = {"templateId": "scim", "useSavedCredentials": False, "credentials": pairs}
    reply = call.reply("POST", f"{SYNC}/jobs/validateCredentials", body)
    return reply.status, reply.content().decode()


def test_the_connection_is_tested_with_queries_that_find_nothing(
    call: Caller, server: ScimServer
) -> None:
    assert validated(call, server.url)[0] == 204
    assert [(item.method, item.path) for item in server.seen] == [
        ("GET", "/Users"),
        ("GET", "/Groups"),
    ]
    status, said = validated(call, server.url, "wrong-token-value")
    assert (status, "InvalidCredentials" in said, "wrong-token-value" in said) == (400, True, False)
    server.defects = {"404 for no match"}
    assert "ServiceIncompatible" in validated(call, server.url)[1]
    assert "CredentialValidationUnavailable" in validated(call, "http://127.0.0.1:9/scim")[1]


def test_roles_are_written_once(call: Caller, server: ScimServer) -> None:
    role = {"id": "11111111-1111-4111-8111-111111111111", "value": "Admin", "displayName": "Admins"}
    tenant = call.emulator.graph.tenant
    tenant.table("appRole", SCIM_PRINCIPAL_ID)[role["id"]] = role
    connect(call, server.url)
    user = next(iter(tenant.users))
    body = {"principalId": user, "resourceId": SCIM_PRINCIPAL_ID, "appRoleId": role["id"]}
    call("POST", f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/appRoleAssignedTo", body, status=201)
    cycle(call)
    flow = mapping("roles", "AssertiveAppRoleAssignmentsComplex([appRoleAssignments])")
    edit(call, lambda mappings: mappings.append(flow))
    (writing,) = [item for item in server.seen if item.method == "PATCH" and "roles" in str(item)]
    (operation,) = writing.body["Operations"]
    kind = "WindowsAzureActiveDirectoryRole"
    sent = {"primary": False, "type": kind, "display": "Admins", "value": "Admin"}
    assert operation == {"op": "Add", "path": "roles", "value": [sent]}
    server.seen.clear()
    call("POST", f"{JOB}/restart", status=204)
    cycle(call)
    assert not [item for item in server.seen if item.method != "GET"]
