"""What a token has to be, and what it may do."""

from collections.abc import Callable

import pytest

from graphsync.emulator import (
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
)
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


def test_a_missing_permission_may_be_said_loudly(new: Callable[..., Caller]) -> None:
    call = new(authentication="permissions", missing_permission="forbidden")
    reply = call.reply("GET", JOBS, headers=bearer(call, "User.Read"))
    assert reply.status == 403


@pytest.mark.parametrize("token", ["", "Bearer", "Basic abc", "Bearer a.b.c"])
def test_tokens_of_nobody(new: Callable[..., Caller], token: str) -> None:
    call = new(authentication="issued token")
    reply = call.reply("GET", JOBS, headers={"authorization": token})
    assert reply.status == 401
