"""Service principals and applications: find them, make them from a gallery template, assign people to them."""

from graphsync.emulator.document import Document, strings
from graphsync.emulator.gallery.templates import GALLERY
from graphsync.emulator.protocol import permission
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.collection import collection, reduce
from graphsync.emulator.protocol.errors import bad_request, no_object
from graphsync.emulator.protocol.reply import Reply
from graphsync.emulator.protocol.routing import Operation
from graphsync.emulator.surface.advanced import advanced, count
from graphsync.emulator.tenant.seed import add_application, set_owners
from graphsync.emulator.times import iso
from graphsync.emulator.well_known import DEFAULT_ROLE

_FIXED = ("id", "appId", "applicationTemplateId")


def _visible(call: Call) -> list[Document]:
    now = call.state.clock.now()
    hidden = call.state.tenant.table("replicating")
    return [item for key, item in call.state.tenant.principals.items() if hidden.get(key, {}).get("at", 0) <= now]


def _visible_applications(call: Call) -> list[Document]:
    return list(call.state.tenant.applications.values())


def _principals(call: Call) -> Reply:
    return collection(call, call.context("servicePrincipals"), advanced(call, _visible(call)))


def _applications(call: Call) -> Reply:
    found = advanced(call, _visible_applications(call))
    return collection(call, call.context("applications"), found)


def _count_principals(call: Call) -> Reply:
    return count(call, _visible(call))


def _count_applications(call: Call) -> Reply:
    return count(call, _visible_applications(call))


def _principal(call: Call) -> Document:
    key = call.names["servicePrincipals"]
    tenant = call.state.tenant
    named = key.removeprefix("appId=")
    found = tenant.principal_of_app(named) if named != key else tenant.principals.get(key.lower())
    if found is None:
        raise no_object(key[:200])
    return found


def _get_principal(call: Call) -> Reply:
    found = reduce(_principal(call), call.query)
    return Reply(200, {"@odata.context": call.context("servicePrincipals/$entity"), **found})


def _change_principal(call: Call) -> Reply:
    found = _principal(call)
    call.state.tenant.principals[found["id"]] = {**found, **_changes(call, found)}
    return Reply(204)


def _delete_principal(call: Call) -> Reply:
    _forget(call, str(_principal(call)["id"]))
    return Reply(204)


def _changes(call: Call, found: Document) -> Document:
    """Return the members that a PATCH changes; what the service itself sets cannot be."""
    body = {name: value for name, value in call.json().items() if not name.startswith("@odata.")}
    fixed = [name for name in _FIXED if name in body and body[name] != found.get(name)]
    if fixed:
        raise bad_request(f"Property '{fixed[0]}' is read-only and cannot be set.")
    if "displayName" in body and not _is_name(body["displayName"]):
        raise bad_request("'displayName' must be a text that is not empty.")
    return body


def _is_name(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _forget(call: Call, principal_id: str) -> None:
    """Delete a service principal, and its jobs and secrets with it."""
    state = call.state
    for record in list(state.tenant.jobs(principal_id).values()):
        state.lifecycle.delete(principal_id, record)
    state.tenant.table("secret").discard(principal_id)
    for kind in ("assignment", "template", "upload", "inbound", "ghost", "account"):
        state.tenant.table(kind, principal_id).empty()
    state.engine.workshop.forget(principal_id)
    state.tenant.table("target").discard(principal_id)
    # The logs still name it.
    state.tenant.table("gone")[principal_id] = state.tenant.principals[principal_id]
    del state.tenant.principals[principal_id]


def _create_application(call: Call) -> Reply:
    name = call.json().get("displayName")
    if not isinstance(name, str) or not _is_name(name):
        raise bad_request("'displayName' is required.")
    tenant = call.state.tenant
    application_id, app_id = call.state.engine.new_id(), call.state.engine.new_id()
    tenant.applications[application_id] = {
        "id": application_id,
        "appId": app_id,
        "displayName": name,
        "createdDateTime": iso(int(call.state.clock.now())),
        "signInAudience": "AzureADMyOrg",
        "publisherDomain": str(tenant.profile["defaultDomain"]),
    }
    body = {
        "@odata.context": call.context("applications/$entity"),
        **tenant.applications[application_id],
    }
    return Reply(201, body)


def _change_application(call: Call) -> Reply:
    found = _application(call)
    call.state.tenant.applications[found["id"]] = {**found, **_changes(call, found)}
    return Reply(204)


def _delete_application(call: Call) -> Reply:
    found = _application(call)
    principal = call.state.tenant.principal_of_app(str(found["appId"]))
    if principal is not None:
        _forget(call, str(principal["id"]))
    del call.state.tenant.applications[found["id"]]
    return Reply(204)


def _application(call: Call) -> Document:
    key = call.names["applications"]
    tenant = call.state.tenant
    named = key.removeprefix("appId=")
    found = tenant.application_of_app(named) if named != key else tenant.applications.get(key.lower())
    if found is None:
        raise no_object(key[:200])
    return found


def _get_application(call: Call) -> Reply:
    found = _application(call)
    return Reply(200, {"@odata.context": call.context("applications/$entity"), **reduce(found, call.query)})


def _gallery(call: Call) -> Reply:
    items = [{"id": key, "displayName": name} for key, name in GALLERY.items()]
    return collection(call, call.context("applicationTemplates"), items)


def _gallery_item(call: Call) -> Reply:
    key = call.names["template"].lower()
    if key not in GALLERY:
        raise no_object(key[:200])
    body = {"@odata.context": call.context("applicationTemplates/$entity"), "id": key, "displayName": GALLERY[key]}
    return Reply(200, reduce(body, call.query))


def _instantiate(call: Call) -> Reply:
    gallery_id = call.names["template"].lower()
    if gallery_id not in GALLERY:
        raise no_object(gallery_id[:200])
    name = call.json().get("displayName")
    if not isinstance(name, str) or not name.strip():
        raise bad_request("'displayName' is required.")
    state = call.state
    ids = (state.engine.new_id(), state.engine.new_id(), state.engine.new_id())
    application, principal = add_application(state.tenant, name, ids, gallery_id, state.clock.now())
    if state.switches.replication_delay:
        visible = state.clock.now() + state.switches.replication_delay
        state.tenant.table("replicating")[principal["id"]] = {"at": visible}
    if call.identity.app_id:  # whoever makes an application owns it
        set_owners(call.state.tenant, principal["id"], [call.identity.app_id])
    body = {
        "@odata.context": call.context("microsoft.graph.applicationServicePrincipal"),
        "application": {**application, "objectId": application["id"]},
        "servicePrincipal": {**principal, "objectId": principal["id"]},
    }
    return Reply(201, body)


def _assignments(call: Call) -> Reply:
    items = list(call.state.tenant.table("assignment", str(_principal(call)["id"])).values())
    return collection(call, call.context("appRoleAssignments"), items)


def _assign(call: Call) -> Reply:
    owner, body, tenant = _principal(call), call.json(), call.state.tenant
    principal_id = str(body.get("principalId"))
    kind = "User" if principal_id in tenant.users else "Group" if principal_id in tenant.groups else None
    if kind is None:
        raise bad_request(f"There is no user or group '{principal_id[:100]}'.")
    if str(body.get("resourceId")).lower() != owner["id"]:
        raise bad_request("'resourceId' must be the id of the service principal in the path.")
    assignment: Document = {
        "id": call.state.engine.new_id(),
        "appRoleId": str(body.get("appRoleId") or DEFAULT_ROLE),
        "principalId": principal_id,
        "principalType": kind,
        "resourceId": owner["id"],
        "resourceDisplayName": owner["displayName"],
    }
    tenant.table("assignment", str(owner["id"]))[assignment["id"]] = assignment
    _note_change(call, principal_id, kind)
    return Reply(201, {"@odata.context": call.context("appRoleAssignments/$entity"), **assignment})


def _unassign(call: Call) -> Reply:
    key = call.names["assignment"]
    removed = call.state.tenant.table("assignment", str(_principal(call)["id"])).discard(key)
    if removed is None:
        raise no_object(key[:200])
    _note_change(call, removed["principalId"], removed["principalType"])
    return Reply(204)


def _note_change(call: Call, object_id: str, kind: str) -> None:
    """Bring the object, and a group's members, to the next incremental cycle."""
    tenant = call.state.tenant
    group = tenant.groups.get(object_id)
    for member in [object_id, *strings((group or {}).get("members"))]:
        name = "group" if member == object_id and kind == "Group" else "user"
        if member in tenant.table(name):
            tenant.table(name)[member]["change"] = tenant.next_change(member, name)
            tenant.table(name).touch(member)


_A = "applications/{applications}"
_P = "servicePrincipals/{servicePrincipals}"

OPERATIONS = (
    Operation("GET", "servicePrincipals", _principals, permission.READ_APPLICATIONS),
    Operation("GET", "servicePrincipals/$count", _count_principals, permission.READ_APPLICATIONS),
    Operation("GET", _P, _get_principal, permission.READ_APPLICATIONS),
    Operation("PATCH", _P, _change_principal, permission.WRITE_APPLICATIONS, writes=True),
    Operation("DELETE", _P, _delete_principal, permission.WRITE_APPLICATIONS, writes=True),
    Operation("GET", f"{_P}/appRoleAssignedTo", _assignments, permission.READ_APPLICATIONS),
    Operation("POST", f"{_P}/appRoleAssignedTo", _assign, permission.WRITE_APPLICATIONS, writes=True),
    Operation(
        "DELETE", f"{_P}/appRoleAssignedTo/{{assignment}}", _unassign, permission.WRITE_APPLICATIONS, writes=True
    ),
    Operation("GET", "applications", _applications, permission.READ_APPLICATIONS),
    Operation("GET", "applications/$count", _count_applications, permission.READ_APPLICATIONS),
    Operation("POST", "applications", _create_application, permission.WRITE_APPLICATIONS, writes=True),
    Operation("GET", _A, _get_application, permission.READ_APPLICATIONS),
    Operation("PATCH", _A, _change_application, permission.WRITE_APPLICATIONS, writes=True),
    Operation("DELETE", _A, _delete_application, permission.WRITE_APPLICATIONS, writes=True),
    Operation("GET", "applicationTemplates", _gallery, permission.NOTHING),
    Operation("GET", "applicationTemplates/{template}", _gallery_item, permission.NOTHING),
    Operation(
        "POST", "applicationTemplates/{template}/instantiate", _instantiate, permission.WRITE_APPLICATIONS, writes=True
    ),
)
