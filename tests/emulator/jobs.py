"""The seeded job and short ways to change it, for tests of what provisioning does."""

from collections.abc import Callable
from typing import Any

from graphsync.emulator import SCIM_JOB_ID, SCIM_PRINCIPAL_ID
from graphsync.emulator.gallery.mappings import ENTERPRISE_USER

from .conftest import Caller

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
    found = tenant.table("account", SCIM_PRINCIPAL_ID).get(link["target"]) if link else None
    return found["attributes"] if found else None


def accounts(call: Caller) -> dict[str, dict[str, Any]]:
    """Return the attributes of the users' accounts in the target by account id."""
    found = call.emulator.graph.tenant.table("account", SCIM_PRINCIPAL_ID).items()
    return {key: item["attributes"] for key, item in found if item["type"] == ENTERPRISE_USER}


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
    pairs = {"BaseAddress": "https://scim.contoso.com/v2", "SecretToken": "seeded-token"}
    values = [{"key": key, "value": value} for key, value in pairs.items()]
    call("PUT", f"{SYNC}/secrets", {"value": values}, status=204)
    bodies = [{"principalId": item, "resourceId": SCIM_PRINCIPAL_ID} for item in principals]
    made = [call("POST", ASSIGNED, body, status=201)["id"] for body in bodies]
    call("POST", f"{JOB}/restart", status=204)
    cycle(call)
    return made
