"""Assignments of people and groups to applications, read and written from either side."""

from graphsync.emulator.document import Document, strings
from graphsync.emulator.protocol import permission
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.collection import collection
from graphsync.emulator.protocol.errors import no_object
from graphsync.emulator.protocol.reply import Reply, no_content
from graphsync.emulator.protocol.routing import Operation
from graphsync.emulator.surface.advanced import advanced
from graphsync.emulator.surface.people.found import group, invalid, is_deleted, user
from graphsync.emulator.surface.people.types import ASSIGNMENT
from graphsync.emulator.surface.principal import principal
from graphsync.emulator.tenant.tenant import Tenant
from graphsync.emulator.times import iso
from graphsync.emulator.well_known import DEFAULT_ROLE


def _shown(tenant: Tenant, kept: Document) -> Document:
    """Return an assignment with the names that its two sides have now."""
    holder: Document = (
        tenant.users.get(kept["principalId"]) or tenant.groups.get(kept["principalId"]) or {}
    )
    resource: Document = tenant.principals.get(kept["resourceId"], {})
    return {
        "id": kept["id"],
        "deletedDateTime": None,
        "appRoleId": kept["appRoleId"],
        "createdDateTime": kept.get("createdDateTime"),
        "principalDisplayName": holder.get("displayName"),
        "principalId": kept["principalId"],
        "principalType": kept["principalType"],
        "resourceDisplayName": resource.get("displayName", kept["resourceDisplayName"]),
        "resourceId": kept["resourceId"],
    }


def _page(call: Call, kept: list[Document]) -> Reply:
    tenant = call.state.tenant
    living = [_shown(tenant, item) for item in kept if _holder(tenant, item["principalId"])]
    return collection(
        call, call.context("appRoleAssignments"), advanced(call, living), entity=ASSIGNMENT
    )


def _list_assigned(call: Call) -> Reply:
    return _page(
        call, list(call.state.tenant.table("assignment", str(principal(call)["id"])).values())
    )


def _list_held(call: Call) -> Reply:
    """List what a user or a group holds.

    For a user also what groups hold of which the user is a direct member.
    """
    holder, tenant = str(_named(call)["id"]), call.state.tenant
    holders = {holder}
    if "user" in call.names:
        holders |= {
            key for key, group in tenant.groups.items() if holder in strings(group.get("members"))
        }
    tables = (tenant.table("assignment", key) for key in tenant.principals)
    return _page(
        call,
        [item for table in tables for item in table.values() if item["principalId"] in holders],
    )


def _named(call: Call) -> Document:
    return user(call) if "user" in call.names else group(call)


def _assign(call: Call) -> Reply:
    owner, body = principal(call), call.json()
    if str(body.get("resourceId")).lower() != owner["id"]:
        raise invalid("'resourceId' must be the id of the service principal in the path.")
    return _answer(call, _put(call, owner, str(body.get("principalId")), body))


def _assign_held(call: Call) -> Reply:
    holder, body = str(_named(call)["id"]), call.json()
    if str(body.get("principalId")).lower() != holder:
        raise invalid("'principalId' must be the id of the object in the path.")
    resource = call.state.tenant.principals.get(str(body.get("resourceId")).lower())
    if resource is None:
        raise no_object(str(body.get("resourceId"))[:200])
    return _answer(call, _put(call, resource, holder, body))


def _answer(call: Call, kept: Document) -> Reply:
    body = {
        "@odata.context": call.context("appRoleAssignments/$entity"),
        **_shown(call.state.tenant, kept),
    }
    return Reply(201, body)


def _holder(tenant: Tenant, object_id: str) -> str | None:
    """Return `User` or `Group` for what can be assigned, None for anything else."""
    for kind, table in (("User", tenant.users), ("Group", tenant.groups)):
        source = table.get(object_id)
        if source is not None and not is_deleted(source):
            return kind
    return None


def _put(call: Call, owner: Document, holder: str, body: Document) -> Document:
    tenant = call.state.tenant
    kind = _holder(tenant, holder)
    if kind is None:
        raise invalid(f"There is no user or group '{holder[:100]}'.")
    table = tenant.table("assignment", str(owner["id"]))
    role = _role(tenant, str(owner["id"]), body.get("appRoleId"))
    if any(item["principalId"] == holder and item["appRoleId"] == role for item in table.values()):
        raise invalid("Permission being assigned already exists on the object", "InvalidUpdate")
    kept: Document = {
        "id": call.state.engine.new_id(),
        "appRoleId": role,
        "createdDateTime": iso(int(call.state.clock.now())),
        "principalId": holder,
        "principalType": kind,
        "resourceId": owner["id"],
        "resourceDisplayName": owner["displayName"],
    }
    table[kept["id"]] = kept
    _note_change(tenant, holder, kind)
    return kept


def _role(tenant: Tenant, principal_id: str, asked: object) -> str:
    """Return the role of a new assignment.

    The default role, all zeros, is for applications that declare none. Where a request names no
    role, the one called `User` is taken.
    """
    declared = tenant.table("appRole", principal_id)
    if asked is None:
        users = (key for key, role in declared.items() if role.get("displayName") == "User")
        return next(users, DEFAULT_ROLE)
    role = str(asked).lower()
    if role != DEFAULT_ROLE if not declared else role not in declared:
        raise invalid("Permission being assigned was not found on application", "InvalidUpdate")
    return role


def _unassign(call: Call) -> Reply:
    return _remove(call, str(principal(call)["id"]))


def _unassign_held(call: Call) -> Reply:
    holder, tenant, key = str(_named(call)["id"]), call.state.tenant, call.names["assignment"]
    for principal_id in tenant.principals:
        found: Document = tenant.table("assignment", principal_id).get(key, {})
        if found.get("principalId") == holder:
            return _remove(call, principal_id)
    raise no_object(key[:200])


def _remove(call: Call, principal_id: str) -> Reply:
    key = call.names["assignment"]
    removed = call.state.tenant.table("assignment", principal_id).discard(key)
    if removed is None:
        raise no_object(key[:200])
    _note_change(call.state.tenant, removed["principalId"], removed["principalType"])
    return no_content()


def _note_change(tenant: Tenant, object_id: str, kind: str) -> None:
    """Bring the object, and a group's members, to the next incremental cycle."""
    group = tenant.groups.get(object_id)
    for member in [object_id, *strings((group or {}).get("members"))]:
        name = "group" if member == object_id and kind == "Group" else "user"
        if member in tenant.table(name):
            tenant.table(name)[member]["change"] = tenant.next_change(member, name)
            tenant.table(name).touch(member)


_ASSIGNED = "servicePrincipals/{servicePrincipals}/appRoleAssignedTo"
_HELD = ("users/{user}/appRoleAssignments", "groups/{group}/appRoleAssignments")

OPERATIONS = (
    Operation("GET", _ASSIGNED, _list_assigned, permission.READ_ASSIGNMENTS),
    Operation("POST", _ASSIGNED, _assign, permission.WRITE_ASSIGNMENTS, writes=True),
    Operation(
        "DELETE",
        f"{_ASSIGNED}/{{assignment}}",
        _unassign,
        permission.WRITE_ASSIGNMENTS,
        writes=True,
    ),
    *(Operation("GET", path, _list_held, permission.READ_ASSIGNMENTS) for path in _HELD),
    *(
        Operation("POST", path, _assign_held, permission.WRITE_ASSIGNMENTS, writes=True)
        for path in _HELD
    ),
    *(
        Operation(
            "DELETE",
            f"{path}/{{assignment}}",
            _unassign_held,
            permission.WRITE_ASSIGNMENTS,
            writes=True,
        )
        for path in _HELD
    ),
)
