"""Which values flow: nulls, defaults, case, guests, roles."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from graphsync.emulator import INBOUND_JOB_ID, INBOUND_PRINCIPAL_ID, SCIM_PRINCIPAL_ID, Emulator
from graphsync.emulator.engine.assigned import Assigned
from graphsync.emulator.tenant.people import person, put_source
from graphsync.emulator.tenant.tenant import Tenant
from graphsync.mapping.source import without_guest_mark

from .conftest import Caller, either_target
from .jobs import (
    ASSIGNED,
    JOB,
    account,
    assigned_only,
    cycle,
    edit,
    hold,
    mapping,
    records,
    resource,
)
from .scim_server import ScimServer


@pytest.fixture(params=["inside", "over HTTP"])
def target_server(request: pytest.FixtureRequest) -> Iterator[ScimServer | None]:
    yield from either_target(request.param)


ROLES = {
    "11111111-1111-4111-8111-111111111111": {"value": "Admin", "displayName": "Administrator"},
    "22222222-2222-4222-8222-222222222222": {"value": "User", "displayName": "User"},
}
ADMIN, USER = ROLES


def change(call: Caller, user: str, **values: Any) -> None:
    tenant = call.emulator.graph.tenant
    put_source(tenant, "user", {**tenant.users[user], **values})
    cycle(call)


def some_user(call: Caller) -> str:
    return list(call.emulator.graph.tenant.users)[10]


# known-issues: a null attribute is skipped.
@pytest.mark.parametrize(("switch", "left"), [("skip", "Specialist"), ("clear", None)])
def test_an_outbound_null(new: Callable[..., Caller], switch: str, left: str | None) -> None:
    call = new(null_flow=switch)
    change(call, some_user(call), jobTitle=None)
    assert account(call, some_user(call)).get("title") == left


def test_a_mapping_can_clear(call: Caller) -> None:
    def clearing(mappings: list[dict[str, Any]]) -> None:
        mappings[:] = [item for item in mappings if item["targetAttributeName"] != "title"]
        mappings.append(mapping("title", 'Switch([jobTitle], [jobTitle], "Retired", "")'))

    edit(call, clearing)
    change(call, some_user(call), jobTitle="Retired")
    assert "title" not in account(call, some_user(call))


def upload(call: Caller, **data: Any) -> dict[str, Any]:
    body = {
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
        "Operations": [
            {
                "method": "POST",
                "bulkId": "1",
                "path": "/Users",
                "data": {"schemas": ["x"], "externalId": "e", **data},
            }
        ],
        "failOnErrors": None,
    }
    path = f"/servicePrincipals/{INBOUND_PRINCIPAL_ID}/synchronization/jobs/{INBOUND_JOB_ID}"
    call("POST", f"{path}/bulkUpload", body, 202, headers={"content-type": "application/scim+json"})
    cycle(call)
    return next(
        item for item in call.emulator.graph.tenant.users.values() if item.get("employeeId") == "e"
    )


# clear-attribute-values: the source attribute and the mapping must both let null values flow.
@pytest.mark.parametrize(
    ("source_gate", "mapping_gate", "cleared"),
    [(False, False, False), (True, False, False), (False, True, False), (True, True, True)],
)
@pytest.mark.usefixtures("unknown_members")
def test_an_uploaded_null_passes_two_gates(
    call: Caller, source_gate: bool, mapping_gate: bool, cleared: bool
) -> None:
    path = f"/servicePrincipals/{INBOUND_PRINCIPAL_ID}/synchronization/jobs/{INBOUND_JOB_ID}/schema"
    schema = call("GET", path)
    for attribute in schema["directories"][0]["objects"][0]["attributes"]:
        attribute["flowNullValues"] = source_gate and attribute["name"] == "title"
    for item in schema["synchronizationRules"][0]["objectMappings"][0]["attributeMappings"]:
        if item["targetAttributeName"] == "jobTitle":
            item["flowNullValues"] = mapping_gate
    call("PUT", path, schema, status=204)
    upload(call, userName="eve@contoso.com", displayName="Eve", title="Clerk", active=True)
    left = upload(call, title=None)
    assert left.get("jobTitle") == (None if cleared else "Clerk")
    assert left["displayName"] == "Eve"


UNIQUE_NICK = 'SelectUniqueValue([surname], Append([surname], "1"), Append([surname], "2"))'


# functions-for-customizing-application-data: the first value that no account has, on creation only.
def test_a_unique_value_is_looked_for_among_the_accounts_of_the_target(call: Caller) -> None:
    edit(call, lambda mappings: mappings.append(mapping("nickName", UNIQUE_NICK)))
    people = [{**person(90 + n, "contoso.com"), "surname": "Quill"} for n in range(4)]
    for one in people:
        put_source(call.emulator.graph.tenant, "user", one)
    cycle(call)
    made = [account(call, one["id"]) for one in people]
    assert sorted(found["nickName"] for found in made if found) == ["Quill", "Quill1", "Quill2"]
    assert made.count(None) == 1
    left = people[made.index(None)]
    failed = ("create", "failure", "AttributeMappingExpressionFailure")
    assert records(call, left["id"])[-1] == failed
    # The account's own value is not one that is taken, so that nobody is renamed.
    before = {
        one["id"]: found["nickName"] for one, found in zip(people, made, strict=True) if found
    }
    for key in before:
        change(call, key, jobTitle="Changed")
    assert {key: account(call, key)["nickName"] for key in before} == before
    assert {account(call, key)["title"] for key in before} == {"Changed"}


# customize-application-attributes: the default is provisioned on creation only.
@pytest.mark.parametrize(
    ("switch", "later"), [("creation only", None), ("whenever empty", "Unknown")]
)
def test_a_default_value(new: Callable[..., Caller], switch: str, later: str | None) -> None:
    def with_default(mappings: list[dict[str, Any]]) -> None:
        next(item for item in mappings if item["targetAttributeName"] == "title")[
            "defaultValue"
        ] = "Unknown"

    call = new(default_value=switch)
    old = some_user(call)
    edit(call, with_default)
    fresh = {**person(90, "contoso.com"), "jobTitle": None}
    put_source(call.emulator.graph.tenant, "user", fresh)
    hold(call, old, "title", None)
    change(call, old, jobTitle=None)
    assert account(call, fresh["id"])["title"] == "Unknown"
    assert account(call, old).get("title") == later


def test_a_mapping_without_a_source_fills_what_is_empty(call: Caller) -> None:
    def fill(mappings: list[dict[str, Any]]) -> None:
        mappings.append({**mapping("nickName", "x"), "source": None, "defaultValue": "Filled"})

    user = some_user(call)
    hold(call, user, "nickName", "Theirs")
    edit(call, fill)
    assert account(call, user)["nickName"] == "Theirs"
    assert account(call, list(call.emulator.graph.tenant.users)[11])["nickName"] == "Filled"


@pytest.mark.parametrize(
    ("flow_type", "title", "result"),
    [("AttributeAddOnly", "Boss", "Specialist"), ("Always", "Boss", "Boss")],
)
def test_a_flow_that_only_adds(call: Caller, flow_type: str, title: str, result: str) -> None:
    def only_add(mappings: list[dict[str, Any]]) -> None:
        next(item for item in mappings if item["targetAttributeName"] == "title")["flowType"] = (
            flow_type
        )

    edit(call, only_add)
    change(call, some_user(call), jobTitle=title)
    assert account(call, some_user(call))["title"] == result


# ToLower: existing values change their case only where the attribute is caseExact.
@pytest.mark.parametrize(("exact", "result"), [(False, "Specialist"), (True, "SPECIALIST")])
def test_another_case_alone(call: Caller, exact: bool, result: str) -> None:
    schema = call("GET", f"{JOB}/schema")
    for attribute in schema["directories"][1]["objects"][0]["attributes"]:
        attribute["caseExact"] = exact
    call("PUT", f"{JOB}/schema", schema, status=204)
    change(call, some_user(call), jobTitle="SPECIALIST")
    assert account(call, some_user(call))["title"] == result


# how-provisioning-works: the guest's own address; originalUserPrincipalName is the full one.
def test_a_guest_is_provisioned_under_their_own_address(call: Caller) -> None:
    def both(mappings: list[dict[str, Any]]) -> None:
        mappings.append(mapping("nickName", "[originalUserPrincipalName]"))

    edit(call, both)
    guest = {
        **person(91, "contoso.com"),
        "userPrincipalName": "bob_fabrikam.com#EXT#@contoso.com",
        "userType": "Guest",
    }
    put_source(call.emulator.graph.tenant, "user", guest)
    cycle(call)
    made = account(call, guest["id"])
    assert (made["userName"], made["nickName"]) == (
        "bob@fabrikam.com",
        "bob_fabrikam.com#EXT#@contoso.com",
    )


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("bob_fabrikam.com#EXT#@contoso.com", "bob@fabrikam.com"),
        ("bob_b_fabrikam.com#EXT#@contoso.com", "bob_b@fabrikam.com"),
        ("bob#EXT#@contoso.com", "bob#EXT#@contoso.com"),
        ("ada@contoso.com", "ada@contoso.com"),
    ],
)
def test_the_name_of_a_guest(name: str, short: str) -> None:
    assert without_guest_mark(name) == short


def declare_roles(tenant: Tenant, roles: dict[str, dict[str, str]]) -> None:
    for key, role in roles.items():
        tenant.table("appRole", SCIM_PRINCIPAL_ID)[key] = {"id": key, **role}


def assign(call: Caller, user: str, role: str) -> str:
    body = {"principalId": user, "resourceId": SCIM_PRINCIPAL_ID, "appRoleId": role}
    return str(call("POST", ASSIGNED, body, status=201)["id"])


def role_mapping(function: str, target: str = "roles") -> Callable[[list[dict[str, Any]]], None]:
    return lambda mappings: mappings.append(mapping(target, f"{function}([appRoleAssignments])"))


def shown(call: Caller, user: str) -> Any:
    return resource(call, user)["roles"]


# customize-application-attributes, provisioning a role to a SCIM app.
def test_roles_become_what_the_page_shows(call: Caller) -> None:
    user = some_user(call)
    declare_roles(call.emulator.graph.tenant, ROLES)
    assigned_only(call)
    assign(call, user, ADMIN)
    assign(call, user, USER)
    edit(call, role_mapping("AppRoleAssignmentsComplex"))
    kind = "WindowsAzureActiveDirectoryRole"
    assert shown(call, user) == [
        {"primary": False, "type": kind, "displayName": "Administrator", "value": "Admin"},
        {"primary": False, "type": kind, "displayName": "User", "value": "User"},
    ]


def test_a_single_role_is_the_primary_one(call: Caller) -> None:
    user = some_user(call)
    declare_roles(call.emulator.graph.tenant, ROLES)
    assigned_only(call)
    assign(call, user, ADMIN)
    edit(call, role_mapping("SingleAppRoleAssignment", 'roles[primary eq "True"].value'))
    assert shown(call, user) == [{"primary": True, "value": "Admin"}]


@pytest.mark.parametrize(
    ("function", "left"),
    [
        ("AppRoleAssignmentsComplex", ["Admin", "User"]),
        ("AssertiveAppRoleAssignmentsComplex", ["User"]),
    ],
)
def test_a_role_that_is_taken_away(call: Caller, function: str, left: list[str]) -> None:
    user = some_user(call)
    declare_roles(call.emulator.graph.tenant, ROLES)
    assigned_only(call)
    first = assign(call, user, ADMIN)
    assign(call, user, USER)
    edit(call, role_mapping(function))
    call("DELETE", f"{ASSIGNED}/{first}", status=204)
    cycle(call)
    assert [role["value"] for role in shown(call, user)] == left


def test_roles_of_a_group_are_those_of_its_members_and_the_default_access_is_none(
    call: Caller,
) -> None:
    group = next(iter(call.emulator.graph.tenant.groups.values()))
    assigned_only(
        call, group["members"][0]
    )  # before there are roles, so this is the default access
    declare_roles(call.emulator.graph.tenant, ROLES)
    edit(call, role_mapping("AssertiveAppRoleAssignmentsComplex"))
    assert "roles" not in account(call, group["members"][0])
    assign(call, group["id"], ADMIN)
    cycle(call)
    assert [role["value"] for role in shown(call, group["members"][0])] == ["Admin"]


# application-provisioning-quarantine-status: roles must be unique.
def test_a_role_declared_twice_quarantines(call: Caller) -> None:
    declare_roles(
        call.emulator.graph.tenant,
        {**ROLES, "33333333-3333-4333-8333-333333333333": {"value": "admin"}},
    )
    cycle(call)
    quarantine = call("GET", JOB)["status"]["quarantine"]
    assert (quarantine["reason"], quarantine["error"]["code"]) == (
        "EncounteredQuarantineException",
        "DuplicateRoles",
    )
    assert "'admin'" in quarantine["error"]["message"]


# The Workday expression page: IgnoreObjectFlow takes the object out, IgnoreAttributeFlow the attribute.
def test_an_object_or_an_attribute_that_its_mapping_takes_out(call: Caller) -> None:
    def out(mappings: list[dict[str, Any]]) -> None:
        mappings.append(
            mapping(
                "nickName",
                'Switch([city], [city], "Nowhere", IgnoreObjectFlow, "Oslo", IgnoreAttributeFlow)',
            )
        )

    edit(call, out)
    tenant = call.emulator.graph.tenant
    hidden, osloite = (
        {**person(number, "contoso.com"), "city": city}
        for number, city in ((92, "Nowhere"), (93, "Oslo"))
    )
    put_source(tenant, "user", hidden)
    put_source(tenant, "user", osloite)
    cycle(call)
    assert account(call, hidden["id"]) is None
    assert "nickName" not in account(call, osloite["id"])


def test_a_seed_declares_roles_and_who_has_them() -> None:
    user = {
        "id": "55555555-5555-4555-8555-555555555555",
        "userPrincipalName": "eve@contoso.com",
        "displayName": "Eve",
    }
    application = {
        "displayName": "App",
        "servicePrincipalId": SCIM_PRINCIPAL_ID,
        "appRoles": [{"value": "Admin", "displayName": "Administrator"}],
        "assigned": [{"id": user["id"], "appRole": "Admin"}],
    }
    seed = {"users": [user], "applications": [application]}
    tenant = Emulator(seed=seed).graph.tenant
    (role,) = Assigned(tenant, SCIM_PRINCIPAL_ID).roles(user["id"])
    assert '"value": "Admin", "displayName": "Administrator"' in role
    application["assigned"] = [{"id": user["id"], "appRole": "Amdin"}]
    with pytest.raises(ValueError, match="no role 'Amdin'; its 'appRoles': Admin"):
        Emulator(seed=seed)


def test_an_update_whose_expression_fails_is_logged_as_an_update(call: Caller) -> None:
    def broken(mappings: list[dict[str, Any]]) -> None:
        mappings[:] = [item for item in mappings if item["targetAttributeName"] != "title"]
        mappings.append(mapping("title", 'Error("no title")'))

    edit(call, broken)
    user = next(iter(call.emulator.graph.tenant.users))
    failed = ("update", "failure", "AttributeMappingExpressionFailure")
    assert records(call, user)[-1] == failed
