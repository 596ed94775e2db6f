"""Users, groups, members, managers, owners, deleted items, the organization: the directory as Graph serves it."""

from typing import Any

import pytest

from graphsync.emulator import SCIM_APPLICATION_ID, SCIM_JOB_ID, SCIM_PRINCIPAL_ID, TENANT_ID

from .conftest import Caller

EVENTUAL = {"consistencylevel": "eventual"}
REFERENCE = "https://graph.microsoft.com/v1.0/directoryObjects/"
NEW = {
    "accountEnabled": True,
    "displayName": "Zoe Zimmer",
    "mailNickname": "zoe",
    "userPrincipalName": "zoe@contoso.com",
    "passwordProfile": {"password": "not-kept-7-Q", "forceChangePasswordNextSignIn": True},
}


def ada(call: Caller) -> Any:
    return call("GET", "/users/ada.ahlberg@contoso.com")


def test_v1_shows_eleven_properties_of_a_user_and_beta_all(call: Caller) -> None:
    user = ada(call)
    assert user.keys() == {
        "@odata.context",
        "businessPhones",
        "displayName",
        "givenName",
        "id",
        "jobTitle",
        "mail",
        "mobilePhone",
        "officeLocation",
        "preferredLanguage",
        "surname",
        "userPrincipalName",
    }
    assert user["businessPhones"] == ["+1 555 0000"]
    more = call("GET", f"/users/{user['id']}", base="http://localhost/beta")
    assert more["department"] == "Marketing"
    chosen = call("GET", f"/users('{user['id']}')", select="department,accountEnabled")
    assert (chosen["department"], chosen["accountEnabled"]) == ("Marketing", True)
    assert "displayName" not in chosen


@pytest.mark.parametrize(
    ("filter", "number"),
    [
        ("userPrincipalName eq 'ADA.AHLBERG@contoso.com'", 1),
        ("startswith(displayName,'Ada')", 2),
        ("department in ('Sales', 'Legal')", 16),
        ("proxyAddresses/any(p:p eq 'SMTP:ada.ahlberg@contoso.com')", 1),
        ("proxyAddresses/any(p:startswith(p,'smtp:ada'))", 2),
        ("otherMails/any()", 0),
        ("proxyAddresses/all(p:startswith(p,'smtp:'))", 40),
        ("accountEnabled eq true and startswith(tolower(surname),'br')", 20),
        ("startswith(displayName,'Ada') or startswith(displayName,'Bela')", 4),
        ("employeeId eq '10003'", 1),
        ("id in ('x')", 0),
    ],
)
def test_user_filters(call: Caller, filter: str, number: int) -> None:
    assert len(call("GET", "/users", filter=filter)["value"]) == number


@pytest.mark.parametrize(
    ("collection", "filter", "code"),
    [
        ("users", "colour eq 'red'", "BadRequest"),
        ("users", "officeLocation eq '1'", "Request_UnsupportedQuery"),
        ("users", "startswith(tolower(colour),'r')", "BadRequest"),
        ("users", "colours/any(c:c eq 'red')", "BadRequest"),
        ("users", "not (colour eq 'red')", "Request_UnsupportedQuery"),
        ("users", "proxyAddresses/any(p:q eq 'x')", "BadRequest"),
        ("users", "displayName in ()", "BadRequest"),
        ("groups", "visibility eq 'x'", "Request_UnsupportedQuery"),
        ("groups", "members eq 'x'", "Request_UnsupportedQuery"),
        ("servicePrincipals", "appDisplayName eq 'x'", "Request_UnsupportedQuery"),
        ("servicePrincipals", "colour eq 'x'", "BadRequest"),
        ("applications", "tags/any(t:t eq 'x')", "Request_UnsupportedQuery"),
        (
            f"servicePrincipals/{SCIM_PRINCIPAL_ID}/appRoleAssignedTo",
            "principalType eq 'User'",
            "Request_UnsupportedQuery",
        ),
    ],
)
def test_what_graph_cannot_filter_is_refused(
    call: Caller, collection: str, filter: str, code: str
) -> None:
    assert call("GET", f"/{collection}", status=400, filter=filter)["error"]["code"] == code


@pytest.mark.parametrize("option", ["select", "orderby"])
def test_an_unknown_property_is_named(call: Caller, option: str) -> None:
    error = call("GET", "/users", status=400, **{option: "displayName,colour"})["error"]
    assert (
        error["message"]
        == "Could not find a property named 'colour' on type 'microsoft.graph.user'."
    )


def test_principals_are_found_by_their_tags(call: Caller) -> None:
    tag = "WindowsAzureActiveDirectoryIntegratedApp"
    assert len(call("GET", "/servicePrincipals", filter=f"tags/any(t:t eq '{tag}')")["value"]) == 4
    assert call("GET", "/servicePrincipals", filter="tags/Any(x: x eq 'other')")["value"] == []


def test_counting_users_needs_the_header(call: Caller) -> None:
    error = call("GET", "/users/$count", status=400)["error"]
    assert error["code"] == "Request_UnsupportedQuery"
    assert call("GET", "/users/$count", headers=EVENTUAL) == b"40"
    page = call(
        "GET", "/users", headers=EVENTUAL, count="true", top="3", filter="department ne 'Sales'"
    )
    assert page["@odata.count"] == 32
    assert call("GET", "/groups/$count", headers=EVENTUAL) == b"5"


def test_a_user_is_created_changed_and_deleted(call: Caller) -> None:
    made = call("POST", "/users", NEW, status=201)
    path = f"/users/{made['id']}"
    assert "passwordProfile" not in made
    call(
        "PATCH",
        path,
        {"mobilePhone": "+49 1", "officeLocation": "7", "businessPhones": ["1"]},
        status=204,
    )
    kept = call.emulator.graph.tenant.users[made["id"]]
    assert (kept["mobile"], kept["physicalDeliveryOfficeName"], kept["telephoneNumber"]) == (
        "+49 1",
        "7",
        "1",
    )
    assert "not-kept-7-Q" not in str(kept)
    assert call("GET", path)["mobilePhone"] == "+49 1"
    call("PATCH", path, {"mobilePhone": None}, status=204)
    assert call("GET", path)["mobilePhone"] is None
    call("DELETE", path, status=204)
    call("GET", path, status=404)
    assert call("GET", "/users", filter="mailNickname eq 'zoe'")["value"] == []
    (gone,) = call("GET", "/directory/deletedItems/microsoft.graph.user")["value"]
    assert gone["id"] == made["id"]
    call("POST", f"/directory/deletedItems/{made['id']}/restore")
    assert call("GET", path)["displayName"] == "Zoe Zimmer"
    call("DELETE", path, status=204)
    call("DELETE", f"/directory/deletedItems/{made['id']}", status=204)
    call("DELETE", f"/directory/deletedItems/{made['id']}", status=404)
    assert made["id"] not in call.emulator.graph.tenant.users


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        (
            {"displayName": None},
            "A value is required for property 'displayName' of resource 'User'.",
        ),
        (
            {"passwordProfile": {}},
            "The specified password does not comply with password complexity requirements.",
        ),
        (
            {"userPrincipalName": "zoe@fabrikam.com"},
            "The domain portion of the userPrincipalName property is invalid. ",
        ),
        (
            {"userPrincipalName": "Ada.Ahlberg@contoso.com"},
            "Another object with the same value for property userPr",
        ),
        (
            {"userPrincipalName": "zoe"},
            "Invalid value 'zoe' specified for property 'userPrincipalName' of resource",
        ),
        ({"colour": "red"}, "Invalid property 'colour' of resource 'User'."),
        ({"isSoftDeleted": True}, "Invalid property 'isSoftDeleted' of resource 'User'."),
        ({"id": "x"}, "Property 'id' is read-only and cannot be set."),
    ],
)
def test_what_is_wrong_with_a_new_user_is_named(
    call: Caller, changed: dict[str, object], message: str
) -> None:
    error = call("POST", "/users", {**NEW, **changed}, status=400)["error"]
    assert (error["code"], error["message"][: len(message)]) == ("Request_BadRequest", message)
    assert len(call.emulator.graph.tenant.users) == 40


def test_the_manager_is_read_set_expanded_and_removed(call: Caller) -> None:
    bela, user = call("GET", "/users/bela.ahlberg@contoso.com"), ada(call)
    path = f"/users/{user['id']}/manager"
    call("GET", path, status=404)
    call("PUT", f"{path}/$ref", {"@odata.id": REFERENCE + bela["id"]}, status=204)
    found = call("GET", path)
    assert (found["@odata.type"], found["id"]) == ("#microsoft.graph.user", bela["id"])
    expanded = call("GET", f"/users/{user['id']}", expand="manager($select=id,displayName)")[
        "manager"
    ]
    assert expanded == {
        "@odata.type": "#microsoft.graph.user",
        "id": bela["id"],
        "displayName": "Bela Ahlberg",
    }
    (listed,) = call(
        "GET", "/users", filter=f"id eq '{user['id']}'", expand="manager", select="id"
    )["value"]
    assert listed["manager"]["id"] == bela["id"]
    call("DELETE", f"{path}/$ref", status=204)
    call("DELETE", f"{path}/$ref", status=404)
    call("PUT", f"{path}/$ref", {"@odata.id": "nowhere"}, status=400)
    call("PUT", f"{path}/$ref", {"@odata.id": REFERENCE + "nobody"}, status=404)
    call("GET", f"/users/{user['id']}", status=400, expand="photo")


def test_groups_and_their_members(call: Caller) -> None:
    user = ada(call)
    body = {
        "displayName": "Pilots",
        "mailEnabled": False,
        "mailNickname": "pilots",
        "securityEnabled": True,
    }
    made = call(
        "POST", "/groups", {**body, "members@odata.bind": [REFERENCE + user["id"]]}, status=201
    )
    members = f"/groups/{made['id']}/members"
    assert [item["id"] for item in call("GET", members)["value"]] == [user["id"]]
    call("POST", f"{members}/$ref", {"@odata.id": REFERENCE + user["id"]}, status=400)
    other = call("GET", "/users/bela.ahlberg@contoso.com")["id"]
    call(
        "POST",
        f"{members}/$ref",
        {"@odata.id": f"http://localhost/v1.0/users('{other}')"},
        status=204,
    )
    assert call("GET", f"{members}/$count", headers=EVENTUAL) == b"2"
    assert len(call("GET", f"/groups/{made['id']}", expand="members")["members"]) == 2
    call("DELETE", f"{members}/{other}/$ref", status=204)
    call("DELETE", f"{members}/{other}/$ref", status=404)
    call("PATCH", f"/groups/{made['id']}", {"description": "Who goes first"}, status=204)
    assert (
        call("GET", "/groups", filter="displayName eq 'pilots'")["value"][0]["description"]
        == "Who goes first"
    )
    call("POST", "/groups", {**body, "mailNickname": ""}, status=400)
    call("DELETE", f"/groups/{made['id']}", status=204)
    call("GET", f"/directory/deletedItems/{made['id']}", status=404)
    unified = call(
        "POST", "/groups", {**body, "groupTypes": ["Unified"], "mailEnabled": True}, status=201
    )
    call("DELETE", f"/groups/{unified['id']}", status=204)
    assert (
        call("GET", f"/directory/deletedItems/{unified['id']}")["@odata.type"]
        == "#microsoft.graph.group"
    )


@pytest.mark.parametrize(
    "place", [f"/servicePrincipals/{SCIM_PRINCIPAL_ID}", f"/applications/{SCIM_APPLICATION_ID}"]
)
def test_owners_are_added_listed_and_removed(call: Caller, place: str) -> None:
    user = ada(call)
    assert call("GET", f"{place}/owners")["value"] == []
    call("POST", f"{place}/owners/$ref", {"@odata.id": REFERENCE + user["id"]}, status=204)
    call("POST", f"{place}/owners/$ref", {"@odata.id": REFERENCE + user["id"]}, status=400)
    call("POST", f"{place}/owners/$ref", {"@odata.id": REFERENCE + SCIM_PRINCIPAL_ID}, status=204)
    kinds = [
        item["@odata.type"].rpartition(".")[2] for item in call("GET", f"{place}/owners")["value"]
    ]
    assert sorted(kinds) == ["servicePrincipal", "user"]
    group = next(iter(call.emulator.graph.tenant.groups))
    call("POST", f"{place}/owners/$ref", {"@odata.id": REFERENCE + group}, status=400)
    call("DELETE", f"{place}/owners/{user['id']}/$ref", status=204)
    call("DELETE", f"{place}/owners/{user['id']}/$ref", status=404)
    call("DELETE", f"{place}/owners/{SCIM_PRINCIPAL_ID}/$ref", status=204)
    assert call("GET", f"{place}/owners")["value"] == []


def test_the_organization(call: Caller) -> None:
    (found,) = call("GET", "/organization")["value"]
    assert (found["id"], found["displayName"], found["tenantType"]) == (TENANT_ID, "Contoso", "AAD")
    assert [domain["name"] for domain in found["verifiedDomains"] if domain["isDefault"]] == [
        "contoso.com"
    ]
    assert (
        call("GET", f"/organization/{TENANT_ID}", select="displayName")["displayName"] == "Contoso"
    )
    call("GET", "/organization/other", status=404)


def test_me_is_whoever_signed_in(call: Caller) -> None:
    error = call("GET", "/me", status=400)["error"]
    assert error["message"] == "/me request is only valid with delegated authentication flow."
    mine = {"authorization": f"Bearer {call.emulator.token('ada.ahlberg@contoso.com')}"}
    assert call("GET", "/me", headers=mine)["displayName"] == "Ada Ahlberg"
    call.emulator.switches.authentication = "permissions"
    assert call("GET", "/me", headers=mine)["displayName"] == "Ada Ahlberg"
    application = {"authorization": f"Bearer {call.emulator.token()}"}
    call("GET", "/me", status=400, headers=application)
    with pytest.raises(LookupError, match="nobody"):
        call.emulator.token("nobody@contoso.com")


def test_a_password_signs_a_user_in(call: Caller) -> None:
    tokens = call.emulator.graph.tokens
    form = b"client_id=c&grant_type=password&username=ada.ahlberg%40contoso.com&password=any"
    answer = tokens.token(TENANT_ID, form)
    assert isinstance(answer.body, dict)
    refreshed = tokens.token(
        TENANT_ID,
        f"client_id=c&grant_type=refresh_token&refresh_token={answer.body['refresh_token']}".encode(),
    )
    assert isinstance(refreshed.body, dict)
    for body in (answer.body, refreshed.body):
        mine = {"authorization": f"Bearer {body['access_token']}"}
        assert call("GET", "/me", headers=mine)["displayName"] == "Ada Ahlberg"
    assert tokens.token(TENANT_ID, form.replace(b"ada", b"eve")).status == 400


@pytest.mark.parametrize(
    ("method", "path", "needed"),
    [
        ("GET", "/users", "User.Read.All"),
        ("GET", "/groups", "Group.Read.All"),
        ("GET", "/organization", "Organization.Read.All"),
        ("GET", f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/owners", "Application.Read.All"),
        (
            "GET",
            f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/appRoleAssignedTo",
            "Application.Read.All",
        ),
    ],
)
def test_each_needs_its_permission(call: Caller, method: str, path: str, needed: str) -> None:
    call.emulator.switches.authentication = "permissions"
    call.emulator.switches.roles = ["AuditLog.Read.All"]
    call(method, path, status=403, headers={"authorization": f"Bearer {call.emulator.token()}"})
    call.emulator.switches.roles = [needed]
    call(method, path, headers={"authorization": f"Bearer {call.emulator.token()}"})


def test_a_soft_deleted_user_is_disabled_and_a_purged_one_deleted(call: Caller) -> None:
    user = ada(call)
    accounts = call.emulator.graph.tenant.table("account", SCIM_PRINCIPAL_ID)
    link = call.emulator.graph.tenant.table("link", SCIM_JOB_ID)[user["id"]]["target"]
    call("DELETE", f"/users/{user['id']}", status=204)
    call.emulator.advance(minutes=45)
    assert accounts[link]["attributes"]["active"] == "False"
    call("DELETE", f"/directory/deletedItems/{user['id']}", status=204)
    call.emulator.advance(minutes=45)
    assert link not in accounts


def test_a_restored_user_is_enabled_again(call: Caller) -> None:
    user = ada(call)
    accounts = call.emulator.graph.tenant.table("account", SCIM_PRINCIPAL_ID)
    link = call.emulator.graph.tenant.table("link", SCIM_JOB_ID)[user["id"]]["target"]
    call("DELETE", f"/users/{user['id']}", status=204)
    call.emulator.advance(minutes=45)
    call("POST", f"/directory/deletedItems/{user['id']}/restore")
    call.emulator.advance(minutes=45)
    assert accounts[link]["attributes"]["active"] == "True"


def test_after_thirty_days_a_deleted_user_is_gone_for_good(call: Caller) -> None:
    user = ada(call)
    accounts = call.emulator.graph.tenant.table("account", SCIM_PRINCIPAL_ID)
    link = call.emulator.graph.tenant.table("link", SCIM_JOB_ID)[user["id"]]["target"]
    call("DELETE", f"/users/{user['id']}", status=204)
    call.emulator.advance(days=29)
    call("GET", f"/directory/deletedItems/{user['id']}")
    assert accounts[link]["attributes"]["active"] == "False"
    call.emulator.advance(days=2)
    call("GET", f"/directory/deletedItems/{user['id']}", status=404)
    assert link not in accounts
