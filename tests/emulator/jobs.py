"""The seeded job and short ways to change it, for tests of what provisioning does."""

from collections.abc import Callable
from typing import Any

from graphsync.emulator import SCIM_JOB_ID, SCIM_PRINCIPAL_ID
from graphsync.emulator.gallery.mappings import ENTERPRISE_USER
from graphsync.emulator.targets import paths
from graphsync.emulator.targets.rejection import Rejection
from graphsync.emulator.targets.resource import nest

from .conftest import Caller
from .scim_server import ScimServer

SYNC = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization"
JOB = f"{SYNC}/jobs/{SCIM_JOB_ID}"
ASSIGNED = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/appRoleAssignedTo"

Edit = Callable[[list[dict[str, Any]]], None]


def cycle(call: Caller) -> None:
    """Let the next cycle of the seeded job run to its end."""
    call.emulator.advance(minutes=45)


def account(call: Caller, source_id: str, job_id: str = SCIM_JOB_ID) -> dict[str, Any] | None:
    """Return the attributes of the account that is linked to a source object; None where it is gone."""
    tenant = call.emulator.graph.tenant
    link = tenant.table("link", job_id).get(source_id)
    if call.server is not None:
        held = {**call.server.users, **call.server.groups}
        return _read(call, held[link["target"]]) if link and link["target"] in held else None
    found = tenant.table("account", SCIM_PRINCIPAL_ID).get(link["target"]) if link else None
    return found["attributes"] if found else None


def hold(call: Caller, source_id: str, name: str, value: str | None) -> None:
    """Set an attribute of an account in the target behind the job's back; None takes it away."""
    tenant = call.emulator.graph.tenant
    target_id = tenant.table("link", SCIM_JOB_ID)[source_id]["target"]
    inside = tenant.table("account", SCIM_PRINCIPAL_ID)
    held = call.server.users[target_id] if call.server else inside[target_id]["attributes"]
    if value is None:
        del held[name]
    else:
        held[name] = value


def resource(call: Caller, source_id: str) -> dict[str, Any]:
    """Return the account of a source object as a SCIM resource."""
    if call.server is not None:
        link = call.emulator.graph.tenant.table("link", SCIM_JOB_ID)[source_id]
        return call.server.users[link["target"]]
    return nest("id", "User", account(call, source_id) or {})


def _read(call: Caller, resource: dict[str, Any]) -> dict[str, Any]:
    """Return what a resource of an endpoint has, by the names that mappings give it."""
    schema = call("GET", f"{JOB}/schema")
    mappings = schema["synchronizationRules"][0]["objectMappings"]
    names = {item["targetAttributeName"] for each in mappings for item in each["attributeMappings"]}
    found = {name: paths.read(resource, name) for name in {"active", *names}}
    if "members" in resource:
        found["members"] = sorted(member["value"] for member in resource["members"])
    return {name: value for name, value in found.items() if value is not None}


def accounts(call: Caller) -> dict[str, dict[str, Any]]:
    """Return the attributes of the users' accounts in the target by account id."""
    if call.server is not None:
        return {key: _read(call, item) for key, item in call.server.users.items()}
    found = call.emulator.graph.tenant.table("account", SCIM_PRINCIPAL_ID).items()
    return {key: item["attributes"] for key, item in found if item["type"] == ENTERPRISE_USER}


def held(call: Caller) -> set[str]:
    """Return the ids of the accounts in the target, those of groups too."""
    if call.server is not None:
        return {*call.server.users, *call.server.groups}
    return set(call.emulator.graph.tenant.table("account", SCIM_PRINCIPAL_ID))


def reject(call: Caller, attribute: str, value: str | None = None, status: int = 400) -> None:
    """Let the target refuse accounts with a value of an attribute; None stands for any value."""
    if call.server is not None:
        call.server.rejects.append((attribute, value, status))
        return
    rule = Rejection(
        attribute=attribute, value=value, code="EntryConflict" if status == 409 else ""
    )
    call.emulator.set_target(SCIM_PRINCIPAL_ID, rejects=[rule])


def accept(call: Caller) -> None:
    """Let the target take every account again, and the credentials of the seeded job."""
    if call.server is not None:
        call.server.rejects.clear()
        call.server.token = ScimServer.token
        return
    call.emulator.set_target(SCIM_PRINCIPAL_ID, rejects=[], accepted_token="")


def refuse_token(call: Caller) -> None:
    """Let the target refuse the credentials of the seeded job."""
    if call.server is not None:
        call.server.token = "another"
        return
    call.emulator.set_target(SCIM_PRINCIPAL_ID, accepted_token="another")


def put_secrets(call: Caller, **more: str) -> None:
    """Replace the secrets of the seeded job by its address, its token and those that are given."""
    pairs = {"BaseAddress": "https://scim.contoso.com/v2", "SecretToken": "seeded-token"}
    if call.server is not None:
        pairs = {"BaseAddress": call.server.url, "SecretToken": ScimServer.token}
    values = [{"key": key, "value": value} for key, value in {**pairs, **more}.items()]
    call("PUT", f"{SYNC}/secrets", {"value": values}, status=204)


def empty_target(call: Caller) -> None:
    """Delete every account in the target behind the job's back."""
    if call.server is not None:
        call.server.users.clear()
        call.server.groups.clear()
        return
    call.emulator.graph.tenant.table("account", SCIM_PRINCIPAL_ID).empty()
    call.emulator.graph.engine.workshop._targets.clear()


def records(call: Caller, source_id: str) -> list[tuple[str, str, str | None]]:
    """Return action, status and code of each log record of a source object, oldest first."""
    call.emulator.switches.throttling = False
    found = call("GET", "/auditLogs/provisioning", filter=f"sourceIdentity/id eq '{source_id}'")[
        "value"
    ]
    statuses = [(item["provisioningAction"], item["provisioningStatusInfo"]) for item in found]
    return [
        (action, info["status"], (info["errorInformation"] or {}).get("errorCode"))
        for action, info in reversed(statuses)
    ]


def edit(call: Caller, change: Edit, object_mapping: int = 0, job: str = JOB) -> None:
    """Change the attribute mappings of a job and let the initial cycle run that follows."""
    schema = call("GET", f"{job}/schema")
    change(schema["synchronizationRules"][0]["objectMappings"][object_mapping]["attributeMappings"])
    call("PUT", f"{job}/schema", schema, status=204)
    cycle(call)


def scope(call: Caller, filter: dict[str, Any] | None) -> None:
    """Set the scoping filter of users and let the initial cycle run that follows."""
    schema = call("GET", f"{JOB}/schema")
    schema["synchronizationRules"][0]["objectMappings"][0]["scope"] = filter
    call("PUT", f"{JOB}/schema", schema, status=204)
    cycle(call)


def clauses(name: str, operator: str, *values: str) -> dict[str, Any]:
    """Return a filter group of one clause."""
    clause = {
        "sourceOperandName": name,
        "operatorName": operator,
        "targetOperand": {"values": list(values)},
    }
    return {"name": "Test", "clauses": [clause]}


def mapping(target: str, expression: str, **more: Any) -> dict[str, Any]:
    """Return an attribute mapping by its expression."""
    source = {"type": "Function", "name": expression.partition("(")[0], "expression": expression}
    return {
        "targetAttributeName": target,
        "matchingPriority": 0,
        "flowType": "Always",
        "source": source,
        **more,
    }


def assigned_only(call: Caller, *principals: str) -> list[str]:
    """Provision only who is assigned, beginning with these; return the ids of the assignments."""
    put_secrets(call)
    bodies = [{"principalId": item, "resourceId": SCIM_PRINCIPAL_ID} for item in principals]
    made = [call("POST", ASSIGNED, body, status=201)["id"] for body in bodies]
    call("POST", f"{JOB}/restart", status=204)
    cycle(call)
    return made
