"""Assignments decide who is provisioned: read and written from either side, and what the next cycle makes of them."""

from collections.abc import Iterator
from typing import Any

import pytest

from graphsync.emulator import SCIM_PRINCIPAL_ID

from .conftest import Caller, either_target
from .jobs import ASSIGNED, JOB, accounts, empty_target, held, put_secrets
from .scim_server import ScimServer


@pytest.fixture(params=["inside", "over HTTP"])
def target_server(request: pytest.FixtureRequest) -> Iterator[ScimServer | None]:
    yield from either_target(request.param)


NON_GALLERY = "8adf8e6e-67b2-4cf2-a259-e3dc5476c621"
DEFAULT = "00000000-0000-0000-0000-000000000000"
USER_ROLE = "18d14569-c3bd-439b-9a66-3a2aee01d14f"


def user_id(call: Caller, alias: str) -> str:
    return str(call("GET", f"/users/{alias}@contoso.com")["id"])


@pytest.fixture
def scoped(call: Caller) -> Caller:
    """A tenant whose SCIM job provisions only who is assigned; nobody is, and the target is empty."""
    put_secrets(call)
    call("POST", f"{JOB}/restart", {"criteria": {"resetScope": "Full"}}, status=204)
    empty_target(call)
    call.emulator.advance(hours=1)
    assert held(call) == set()
    return call


def assign(call: Caller, holder: str, status: int = 201, **more: object) -> Any:
    body = {"principalId": holder, "resourceId": SCIM_PRINCIPAL_ID, "appRoleId": DEFAULT, **more}
    return call("POST", ASSIGNED, body, status=status)


def states(call: Caller) -> dict[str, object]:
    return {str(item["userName"]): item["active"] == "True" for item in accounts(call).values()}


def test_the_next_cycle_provisions_who_was_assigned_and_disables_who_was_unassigned(
    scoped: Caller,
) -> None:
    made = assign(scoped, user_id(scoped, "ada.ahlberg"))
    assert states(scoped) == {}
    scoped.emulator.advance(minutes=45)
    assert states(scoped) == {"ada.ahlberg@contoso.com": True}
    scoped("DELETE", f"{ASSIGNED}/{made['id']}", status=204)
    scoped.emulator.advance(minutes=45)
    assert states(scoped) == {"ada.ahlberg@contoso.com": False}


def test_the_same_from_the_side_of_the_user_and_of_the_group(scoped: Caller) -> None:
    ada = user_id(scoped, "ada.ahlberg")
    group = scoped(
        "POST",
        "/groups",
        {
            "displayName": "Pilots",
            "mailEnabled": False,
            "mailNickname": "p",
            "securityEnabled": True,
        },
        status=201,
    )
    bela = user_id(scoped, "bela.ahlberg")
    members = f"/groups/{group['id']}/members"
    scoped(
        "POST",
        f"{members}/$ref",
        {"@odata.id": f"https://graph.microsoft.com/v1.0/users/{bela}"},
        status=204,
    )
    body = {"resourceId": SCIM_PRINCIPAL_ID, "appRoleId": DEFAULT}
    mine = scoped(
        "POST", f"/users/{ada}/appRoleAssignments", {**body, "principalId": ada}, status=201
    )
    scoped(
        "POST",
        f"/groups/{group['id']}/appRoleAssignments",
        {**body, "principalId": group["id"]},
        status=201,
    )
    assigned = scoped("GET", f"/groups/{group['id']}/appRoleAssignments")["value"]
    assert [(item["principalType"], item["principalDisplayName"]) for item in assigned] == [
        ("Group", "Pilots")
    ]
    # user-list-approleassignments: those by groups that the user is a direct member of, too.
    by_group = scoped("GET", f"/users/{bela}/appRoleAssignments")["value"]
    assert [(item["principalType"], item["id"]) for item in by_group] == [
        ("Group", assigned[0]["id"])
    ]
    found = scoped("GET", ASSIGNED, filter="startswith(principalDisplayName,'ada')")["value"]
    assert [item["id"] for item in found] == [mine["id"]]
    scoped.emulator.advance(minutes=45)
    assert states(scoped) == {"ada.ahlberg@contoso.com": True, "bela.ahlberg@contoso.com": True}
    scoped("DELETE", f"{members}/{bela}/$ref", status=204)
    scoped("DELETE", f"/users/{bela}/appRoleAssignments/{mine['id']}", status=404)
    scoped("DELETE", f"/users/{ada}/appRoleAssignments/{mine['id']}", status=204)
    scoped.emulator.advance(minutes=45)
    assert set(states(scoped).values()) == {False}


def test_filters_of_assignments(call: Caller) -> None:
    ada = user_id(call, "ada.ahlberg")
    assign(call, ada)
    for filter in (
        f"principalId eq {ada}",
        f"resourceId eq {SCIM_PRINCIPAL_ID}",
        f"appRoleId eq {DEFAULT}",
    ):
        assert len(call("GET", f"/users/{ada}/appRoleAssignments", filter=filter)["value"]) == 1
    assert call("GET", ASSIGNED, filter=f"principalId eq {SCIM_PRINCIPAL_ID}")["value"] == []


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({}, "Permission being assigned already exists on the object"),
        ({"appRoleId": USER_ROLE}, "Permission being assigned was not found on application"),
        (
            {"resourceId": "other"},
            "'resourceId' must be the id of the service principal in the path.",
        ),
        ({"principalId": "nobody"}, "There is no user or group 'nobody'."),
    ],
)
def test_what_cannot_be_assigned_is_said(
    call: Caller, changed: dict[str, object], message: str
) -> None:
    ada = user_id(call, "ada.ahlberg")
    assign(call, ada)
    error = assign(call, ada, 400, **changed)["error"]
    assert (error["code"], error["message"]) == ("Request_BadRequest", message)


def test_an_application_of_the_gallery_has_roles_and_no_default_one(call: Caller) -> None:
    made = call(
        "POST",
        f"/applicationTemplates/{NON_GALLERY}/instantiate",
        {"displayName": "New"},
        status=201,
    )
    principal = made["servicePrincipal"]["id"]
    roles = call("GET", f"/servicePrincipals/{principal}", select="appRoles")["appRoles"]
    assert {role["displayName"]: role["id"] for role in roles}["User"] == USER_ROLE
    path, ada = f"/servicePrincipals/{principal}/appRoleAssignedTo", user_id(call, "ada.ahlberg")
    body = {"principalId": ada, "resourceId": principal}
    error = call("POST", path, {**body, "appRoleId": DEFAULT}, status=400)["error"]
    assert error["message"] == "Permission being assigned was not found on application"
    assert (
        call("POST", path, {**body, "appRoleId": USER_ROLE}, status=201)["resourceDisplayName"]
        == "New"
    )


def test_assignments_of_a_purged_user_go_with_it(call: Caller) -> None:
    ada = user_id(call, "ada.ahlberg")
    assign(call, ada)
    call("DELETE", f"/users/{ada}", status=204)
    assert call("GET", ASSIGNED)["value"] == []
    call("POST", f"/directory/deletedItems/{ada}/restore")
    assert len(call("GET", ASSIGNED)["value"]) == 1
    call("DELETE", f"/users/{ada}", status=204)
    call("DELETE", f"/directory/deletedItems/{ada}", status=204)
    assert not call.emulator.graph.tenant.table("assignment", SCIM_PRINCIPAL_ID)
