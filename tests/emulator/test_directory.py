"""Finding and making applications, and the delay of replication."""

import re
from collections.abc import Callable

import pytest

from graphsync.emulator import (
    NEW_JOB_ID,
    SCIM_APP_ID,
    SCIM_APPLICATION_ID,
    SCIM_PRINCIPAL_ID,
    TENANT_ID,
)

from .conftest import Caller

NON_GALLERY = "8adf8e6e-67b2-4cf2-a259-e3dc5476c621"
JOBS = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization/jobs"


@pytest.mark.parametrize("collection", ["servicePrincipals", "applications"])
@pytest.mark.parametrize(
    ("filter", "number"),
    [
        (f"appId eq '{SCIM_APP_ID}'", 1),
        ("displayName eq 'contoso directory'", 1),
        ("startswith(displayName, 'Contoso')", 4),
        ("displayName eq 'Nobody'", 0),
    ],
)
def test_find_by_filter(call: Caller, collection: str, filter: str, number: int) -> None:
    assert len(call("GET", f"/{collection}", filter=filter)["value"]) == number


def test_get_by_both_ids(call: Caller) -> None:
    principal = call("GET", f"/servicePrincipals(appId='{SCIM_APP_ID}')")
    assert principal["id"] == SCIM_PRINCIPAL_ID
    assert call("GET", f"/applications/{SCIM_APPLICATION_ID}", select="appId").keys() == {
        "@odata.context",
        "id",
        "appId",
    }
    error = call("GET", "/servicePrincipals/nope", status=404)["error"]
    assert error["code"] == "Request_ResourceNotFound"


def test_instantiate_then_create_the_job(call: Caller) -> None:
    made = call(
        "POST",
        f"/applicationTemplates/{NON_GALLERY}/instantiate",
        {"displayName": "Contoso New"},
        status=201,
    )
    principal = made["servicePrincipal"]
    assert principal["objectId"] == principal["id"]
    root = f"/servicePrincipals/{principal['id']}/synchronization"
    job = call("POST", f"{root}/jobs", {"templateId": "scim"}, status=201)
    assert job["id"] == f"scim.{TENANT_ID.replace('-', '')}.{principal['appId']}"
    assert (
        call("GET", f"/applications/{made['application']['id']}/synchronization/jobs")["value"][0][
            "id"
        ]
        == job["id"]
    )
    assert (
        call("POST", f"{root}/jobs", {"templateId": "scim"}, status=409)["error"]["code"]
        == "Conflict"
    )
    call("POST", f"{root}/jobs", {"templateId": "aws"}, status=400)
    call("POST", "/applicationTemplates/nope/instantiate", {"displayName": "x"}, status=404)
    call("POST", f"/applicationTemplates/{NON_GALLERY}/instantiate", {}, status=400)


def test_replication_takes_its_time(new: Callable[..., Caller]) -> None:
    call = new(replication_delay=30.0)
    made = call(
        "POST",
        f"/applicationTemplates/{NON_GALLERY}/instantiate",
        {"displayName": "Contoso New"},
        status=201,
    )
    root = f"/servicePrincipals/{made['servicePrincipal']['id']}/synchronization"
    error = call("GET", f"{root}/templates", status=401)["error"]
    assert (error["code"], error["message"]) == ("UnknownError", "")
    call.emulator.advance(seconds=31)
    call("GET", f"{root}/templates")
    job = call("POST", f"{root}/jobs", {"templateId": "scim"}, status=201)["id"]
    call("GET", f"{root}/jobs/{job}", status=404)
    assert call("GET", f"{root}/jobs")["value"] == []
    call("PUT", f"{root}/secrets", {"value": [{"key": "UserName", "value": "u"}]}, status=204)
    assert call("GET", f"{root}/secrets")["value"] == []
    call.emulator.advance(seconds=31)
    call("GET", f"{root}/jobs/{job}")
    assert len(call("GET", f"{root}/secrets")["value"]) == 1
    call("DELETE", f"{root}/jobs/{job}", status=204)
    assert call("GET", f"{root}/jobs/{job}")["id"] == job
    call("POST", f"{root}/jobs/{job}/start", status=404)
    call.emulator.advance(seconds=31)
    call("GET", f"{root}/jobs/{job}", status=404)


def test_changes_that_come_too_soon_conflict(new: Callable[..., Caller]) -> None:
    call = new(conflict_window=5.0)
    call("POST", f"{JOBS}/{NEW_JOB_ID}/start", status=204)
    call("POST", f"{JOBS}/{NEW_JOB_ID}/pause", status=409)
    call.emulator.advance(seconds=6)
    call("POST", f"{JOBS}/{NEW_JOB_ID}/pause", status=204)
    secrets = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization/secrets"
    call("PUT", secrets, {"value": []}, status=204)
    call("PUT", secrets, {"value": []}, status=409)


def test_roles_that_an_application_declares_can_be_assigned(call: Caller) -> None:
    application = f"/applications/{SCIM_APPLICATION_ID}"
    role = {"id": "11111111-1111-4111-8111-1111111111AA", "displayName": "Admin", "value": "admin"}
    call("PATCH", application, {"appRoles": [role]}, status=204)
    for path in (application, f"/servicePrincipals/{SCIM_PRINCIPAL_ID}"):
        (shown,) = call("GET", path)["appRoles"]
        assert (shown["id"], shown["value"]) == (role["id"].lower(), "admin")
    user = next(iter(call.emulator.graph.tenant.users))
    body = {"principalId": user, "resourceId": SCIM_PRINCIPAL_ID, "appRoleId": role["id"]}
    made = call("POST", f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/appRoleAssignedTo", body, 201)
    assert made["appRoleId"] == role["id"].lower()


@pytest.mark.parametrize(
    ("roles", "said"),
    [
        ("Admin", "an array of roles"),
        (["Admin"], r"appRoles\[0\] must be an object"),
        ([{"id": "x", "displayName": "Admin"}], "a GUID, not 'x'"),
        ([{"id": SCIM_PRINCIPAL_ID}], "needs a 'displayName'"),
        ([{"id": SCIM_PRINCIPAL_ID, "displayName": "A", "value": 1}], "is a text"),
        ([{"id": SCIM_PRINCIPAL_ID, "displayName": "A"}] * 2, r"appRoles\[1\]: another role"),
    ],
)
def test_roles_that_are_none(call: Caller, roles: object, said: str) -> None:
    body = call("PATCH", f"/applications/{SCIM_APPLICATION_ID}", {"appRoles": roles}, status=400)
    assert re.search(said, body["error"]["message"])
