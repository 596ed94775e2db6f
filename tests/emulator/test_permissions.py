"""What a token has to be, and what it may do."""

from collections.abc import Callable

import pytest

from graphsync.emulator import (
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
)
from graphsync.emulator.gallery.templates import TEMPLATES
from graphsync.emulator.tenant.owners import put_owners
from graphsync.emulator.well_known import NON_GALLERY_TEMPLATE_ID

from .conftest import Caller

JOBS = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization/jobs"
LOG = "/auditLogs/provisioning"


def bearer(call: Caller, *roles: str) -> dict[str, str]:
    call.emulator.switches.roles[:] = roles
    return {"authorization": f"Bearer {call.emulator.graph.tokens.issue('some-client')}"}


@pytest.mark.parametrize(
    ("role", "method", "path", "status"),
    [
        ("Synchronization.Read.All", "GET", JOBS, 200),
        ("Synchronization.Read.All", "POST", f"{JOBS}/{SCIM_JOB_ID}/start", 401),
        ("Synchronization.ReadWrite.All", "POST", f"{JOBS}/{SCIM_JOB_ID}/start", 204),
        ("Application.ReadWrite.OwnedBy", "POST", f"{JOBS}/{SCIM_JOB_ID}/start", 204),
        ("Synchronization.ReadWrite.All", "GET", LOG, 403),
        ("AuditLog.Read.All", "GET", LOG, 200),
        ("AuditLog.Read.All", "GET", JOBS, 401),
        ("Synchronization.ReadWrite.All", "POST", f"{JOBS}/{SCIM_JOB_ID}/bulkUpload", 403),
        ("SynchronizationData-User.Upload", "POST", f"{JOBS}/{SCIM_JOB_ID}/bulkUpload", 400),
    ],
)
def test_permissions(
    new: Callable[..., Caller], role: str, method: str, path: str, status: int
) -> None:
    call = new(authentication="permissions")
    assert call.reply(method, path, headers=bearer(call, role)).status == status


# Application.ReadWrite.OwnedBy and its like are for what the calling application owns.
@pytest.mark.parametrize(("client", "status"), [("the-owner", 204), ("another", 401)])
def test_a_permission_for_what_one_owns(
    new: Callable[..., Caller], client: str, status: int
) -> None:
    call = new(authentication="permissions", roles=["Application.ReadWrite.OwnedBy"])
    put_owners(call.emulator.graph.tenant, SCIM_PRINCIPAL_ID, ["the-owner"])
    token = {"authorization": f"Bearer {call.emulator.graph.tokens.issue(client)}"}
    assert call.reply("POST", f"{JOBS}/{SCIM_JOB_ID}/start", headers=token).status == status


def test_a_permission_for_everything_does_not_ask_for_owners(new: Callable[..., Caller]) -> None:
    call = new(authentication="permissions")
    put_owners(call.emulator.graph.tenant, SCIM_PRINCIPAL_ID, ["the-owner"])
    roles = ("Application.ReadWrite.OwnedBy", "Synchronization.ReadWrite.All")
    assert (
        call.reply("POST", f"{JOBS}/{SCIM_JOB_ID}/start", headers=bearer(call, *roles)).status
        == 204
    )


def test_whoever_makes_an_application_owns_it(new: Callable[..., Caller]) -> None:
    call = new(authentication="permissions", roles=["Application.ReadWrite.OwnedBy"])
    mine, theirs = (
        {"authorization": f"Bearer {call.emulator.graph.tokens.issue(name)}"}
        for name in ("me", "them")
    )
    gallery = f"/applicationTemplates/{NON_GALLERY_TEMPLATE_ID}/instantiate"
    made = call("POST", gallery, {"displayName": "Mine"}, 201, headers=mine)
    path = f"/servicePrincipals/{made['servicePrincipal']['id']}/synchronization/jobs"
    assert call.reply("GET", path, headers=mine).status == 200
    assert call.reply("GET", path, headers=theirs).status == 401


def of_person(call: Caller, user_id: str) -> dict[str, str]:
    token = call.emulator.graph.tokens.issue("a-program", user_id=user_id)
    return {"authorization": f"Bearer {token}"}


# Synchronization reference: delegated callers need a role besides the permission; known-issues: a
# Global Reader cannot read the configuration. Log reference: who reads the provisioning logs.
@pytest.mark.parametrize(
    ("role", "jobs", "cloud_sync", "log"),
    [
        (None, 401, 401, 403),
        ("Application Administrator", 200, 200, 200),
        ("Cloud Application Administrator", 200, 200, 200),
        ("Global Administrator", 200, 200, 200),
        ("Hybrid Identity Administrator", 401, 200, 403),
        ("Global Reader", 401, 401, 200),
        ("Reports Reader", 401, 401, 200),
        ("Security Reader", 401, 401, 200),
        ("Security Operator", 401, 401, 200),
        ("Security Administrator", 401, 401, 200),
    ],
)
def test_directory_roles(
    new: Callable[..., Caller], role: str | None, jobs: int, cloud_sync: int, log: int
) -> None:
    call = new(authentication="permissions", random_seed=7)
    user = next(iter(call.emulator.graph.tenant.users.values()))
    names = {user["userPrincipalName"].upper(): [role]} if role else {}
    call.emulator.switches.change({"directory_roles": names})
    hybrid = next(t.application_id for t in TEMPLATES.values() if t.reading == "cloud sync")
    made = call(
        "POST",
        f"/applicationTemplates/{hybrid}/instantiate",
        {"displayName": "Forest"},
        201,
        headers=bearer(call, *call.emulator.switches.roles),
    )
    forest = f"/servicePrincipals/{made['servicePrincipal']['id']}/synchronization/jobs"
    headers = of_person(call, user["id"])
    statuses = [call.reply("GET", path, headers=headers).status for path in (JOBS, forest, LOG)]
    assert statuses == [jobs, cloud_sync, log]


def test_a_directory_role_does_not_replace_a_permission(new: Callable[..., Caller]) -> None:
    call = new(authentication="permissions", roles=["User.Read"])
    user = next(iter(call.emulator.graph.tenant.users))
    call.emulator.switches.change({"directory_roles": {user: ["Application Administrator"]}})
    assert call.reply("GET", JOBS, headers=of_person(call, user)).status == 401


def test_a_person_who_owns_the_principal_needs_no_directory_role(
    new: Callable[..., Caller],
) -> None:
    call = new(authentication="permissions")
    owner, other = list(call.emulator.graph.tenant.users)[:2]
    put_owners(call.emulator.graph.tenant, SCIM_PRINCIPAL_ID, [], [owner])
    assert call.reply("GET", JOBS, headers=of_person(call, owner)).status == 200
    assert call.reply("GET", JOBS, headers=of_person(call, other)).status == 401


@pytest.mark.parametrize("mode", ["any token", "issued token"])
def test_directory_roles_are_asked_for_with_permissions_only(
    new: Callable[..., Caller], mode: str
) -> None:
    call = new(authentication=mode)
    user = next(iter(call.emulator.graph.tenant.users))
    assert call.reply("GET", JOBS, headers=of_person(call, user)).status == 200


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"ada@contoso.com": ["Aplication Administrator"]}, "mean 'Application Administrator'"),
        ({"ada@contoso.com": "Global Reader"}, "object of lists of texts"),
        (["Global Reader"], "object of lists of texts"),
    ],
)
def test_directory_roles_that_are_none(call: Caller, value: object, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        call.emulator.switches.change({"directory_roles": value})


def test_a_missing_permission_may_be_said_loudly(new: Callable[..., Caller]) -> None:
    call = new(authentication="permissions", missing_permission="forbidden")
    reply = call.reply("GET", JOBS, headers=bearer(call, "User.Read"))
    assert reply.status == 403


@pytest.mark.parametrize("token", ["", "Bearer", "Basic abc", "Bearer a.b.c"])
def test_tokens_of_nobody(new: Callable[..., Caller], token: str) -> None:
    call = new(authentication="issued token")
    reply = call.reply("GET", JOBS, headers={"authorization": token})
    assert reply.status == 401
