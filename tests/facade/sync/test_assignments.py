# Derived by `python -m generator.unasync`. Edit its source, not this file:
# tests/facade/aio/test_assignments.py
from __future__ import annotations

import pytest

from graphsync.errors import BadRequest

pytestmark = pytest.mark.anyio

ADA = "aaaaaaaa-1111-4111-8111-111111111111"
SP = "11111111-1111-4111-8111-111111111111"
USER = {"id": "r-user", "displayName": "User", "isEnabled": True, "allowedMemberTypes": ["User"]}
ADMIN = {
    "id": "r-admin",
    "displayName": "Admin",
    "value": "admin",
    "isEnabled": True,
    "allowedMemberTypes": ["User"],
}
DAEMON = {"id": "r-daemon", "displayName": "Daemon", "allowedMemberTypes": ["Application"]}
ZEROS = "00000000-0000-0000-0000-000000000000"
EXISTS = {
    "error": {
        "code": "Request_BadRequest",
        "message": "Permission being assigned already exists on the object",
    }
}


@pytest.fixture
def assignments(graph):
    return graph.service_principals[SP].assignments


@pytest.mark.parametrize(
    ("roles", "role", "sent"),
    [
        ([], None, ZEROS),
        ([DAEMON], None, ZEROS),
        ([ADMIN, USER], None, "r-user"),
        ([ADMIN, USER], "Admin", "r-admin"),
        ([ADMIN, USER], "ADMIN", "r-admin"),
        ([ADMIN, USER], "r-admin", "r-admin"),
    ],
)
def test_the_role_is_chosen(assignments, service, roles, role, sent):
    service.answer({"id": SP, "appRoles": roles}).answer({"id": "x", "appRoleId": sent}, status=201)
    assert (assignments.assign(ADA, role)).id == "x"
    assert service.body == {"principalId": ADA, "resourceId": SP, "appRoleId": sent}
    assert service.sent == [
        f"GET /servicePrincipals/{SP}?$select=id,appRoles",
        f"POST /servicePrincipals/{SP}/appRoleAssignedTo",
    ]


def test_a_role_that_cannot_be_chosen_names_those_that_can(assignments, service):
    service.answer({"id": SP, "appRoles": [ADMIN]})
    with pytest.raises(ValueError, match="has no role User, so say which role is meant: Admin"):
        assignments.assign(ADA)
    service.answer({"id": SP, "appRoles": [ADMIN, USER]})
    with pytest.raises(ValueError, match="no role 'Amdin'; did you mean 'Admin'"):
        assignments.assign(ADA, "Amdin")
    assert {line.partition(" ")[0] for line in service.sent} == {"GET"}


def test_an_assignment_that_exists_is_returned(assignments, service):
    service.answer({"id": SP, "appRoles": [USER]}).answer(EXISTS, status=400)
    service.page(
        {"id": "other", "principalId": "b", "appRoleId": "r-user"}, next_link=f"{service.root}/next"
    )
    service.page({"id": "mine", "principalId": ADA.upper(), "appRoleId": "r-user"})
    assert (assignments.assign(ADA)).id == "mine"


def test_another_refusal_stays_one(assignments, service):
    service.answer({"id": SP, "appRoles": [USER]}).answer(
        {"error": {"code": "Request_BadRequest"}}, status=400
    ).page()
    with pytest.raises(BadRequest):
        assignments.assign(ADA)


def test_an_address_takes_one_request_more(assignments, graph, service):
    service.answer({"id": ADA}).answer({"id": SP, "appRoles": []}).answer({"id": "x"}, status=201)
    assignments.assign("ada@contoso.com")
    assert service.sent[0] == "GET /users/ada%40contoso.com?$select=id"
    assert service.body["principalId"] == ADA


def test_unassigning_ends_all_of_somebody_or_one_role(assignments, service):
    mine = [{"id": role, "principalId": ADA, "appRoleId": role} for role in ("r-user", "r-admin")]
    service.page(*mine, {"id": "o", "principalId": "b", "appRoleId": "r-user"}).answer(
        status=204
    ).answer(status=204)
    assert assignments.unassign(ADA) == 2
    assert service.sent[1:] == [
        f"DELETE /servicePrincipals/{SP}/appRoleAssignedTo/{role}" for role in ("r-user", "r-admin")
    ]
    service.answer({"id": SP, "appRoles": [USER, ADMIN]}).page(*mine).answer(status=204)
    assert assignments.unassign(ADA, "Admin") == 1
    service.page()
    assert assignments.unassign(ADA) == 0
