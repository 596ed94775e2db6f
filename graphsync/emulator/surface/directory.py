"""Service principals and applications: find them, make them from a gallery template, change and
delete them.
"""

from graphsync.emulator.document import Document
from graphsync.emulator.gallery.templates import GALLERY
from graphsync.emulator.protocol import permission
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.collection import collection, reduce
from graphsync.emulator.protocol.entity_type import EntityType
from graphsync.emulator.protocol.errors import bad_request, no_object
from graphsync.emulator.protocol.reply import Reply
from graphsync.emulator.protocol.routing import Operation
from graphsync.emulator.surface.advanced import advanced, count
from graphsync.emulator.surface.app_roles import declared
from graphsync.emulator.surface.people.types import APPLICATION, PRINCIPAL
from graphsync.emulator.surface.principal import application, principal
from graphsync.emulator.tenant.owners import put_owners
from graphsync.emulator.tenant.seed import add_application
from graphsync.emulator.times import iso

# What every application of the gallery declares.
_GALLERY_ROLES = {
    "18d14569-c3bd-439b-9a66-3a2aee01d14f": "User",
    "b9632174-c057-4f7e-951b-be3adc52bfe6": "msiam_access",
}
_FIXED = ("id", "appId", "applicationTemplateId")

_GALLERY = EntityType(
    "microsoft.graph.applicationTemplate",
    frozenset({"categories", "displayName", "id", "publisher", "supportedSingleSignOnModes"}),
    frozenset({"description", "homePageUrl", "logoUrl", "supportedProvisioningTypes"}),
)


def _visible(call: Call) -> list[Document]:
    now = call.state.clock.now()
    hidden = call.state.tenant.table("replicating")
    principals = call.state.tenant.principals.items()
    return [
        _with_roles(call, item)
        for key, item in principals
        if hidden.get(key, {}).get("at", 0) <= now
    ]


def _with_roles(call: Call, found: Document) -> Document:
    """Return a service principal with the roles that its application declares."""
    roles = call.state.tenant.table("appRole", str(found["id"]))
    return {**found, "appRoles": [_role(role) for role in roles.values()]}


def _role(kept: Document) -> Document:
    usual = {"allowedMemberTypes": ["User"], "description": kept["displayName"], "isEnabled": True}
    return {**usual, "origin": "Application", "value": None, **kept}


def _visible_applications(call: Call) -> list[Document]:
    return [_application(call, item) for item in call.state.tenant.applications.values()]


def _application(call: Call, found: Document) -> Document:
    """Return an application with the roles that it declares."""
    its_principal = call.state.tenant.principal_of_app(str(found["appId"]))
    if its_principal is None:
        return {"appRoles": list[Document](), **found}
    return {**found, "appRoles": _with_roles(call, its_principal)["appRoles"]}


def _principals(call: Call) -> Reply:
    found = advanced(call, _visible(call))
    return collection(call, call.context("servicePrincipals"), found, entity=PRINCIPAL)


def _applications(call: Call) -> Reply:
    found = advanced(call, _visible_applications(call))
    return collection(call, call.context("applications"), found, entity=APPLICATION)


def _count_principals(call: Call) -> Reply:
    return count(call, _visible(call), PRINCIPAL)


def _count_applications(call: Call) -> Reply:
    return count(call, _visible_applications(call), APPLICATION)


def _get_principal(call: Call) -> Reply:
    found = reduce(_with_roles(call, principal(call)), call.query)
    return Reply(200, {"@odata.context": call.context("servicePrincipals/$entity"), **found})


def _change_principal(call: Call) -> Reply:
    found = principal(call)
    call.state.tenant.principals[found["id"]] = {**found, **_changes(call, found)}
    return Reply(204)


def _delete_principal(call: Call) -> Reply:
    _forget(call, str(principal(call)["id"]))
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
    for kind in ("assignment", "appRole", "template", "upload", "inbound", "ghost", "account"):
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
    found, tenant = application(call), call.state.tenant
    changes = _changes(call, found)
    if "appRoles" in changes:
        roles = declared(changes["appRoles"])
        changes["appRoles"] = list(roles.values())
        its_principal = tenant.principal_of_app(str(found["appId"]))
        if its_principal is not None:
            table = tenant.table("appRole", str(its_principal["id"]))
            table.empty()
            for role_id, role in roles.items():
                table[role_id] = role
    tenant.applications[found["id"]] = {**found, **changes}
    return Reply(204)


def _delete_application(call: Call) -> Reply:
    found = application(call)
    its_principal = call.state.tenant.principal_of_app(str(found["appId"]))
    if its_principal is not None:
        _forget(call, str(its_principal["id"]))
    del call.state.tenant.applications[found["id"]]
    return Reply(204)


def _get_application(call: Call) -> Reply:
    found = reduce(_application(call, application(call)), call.query)
    return Reply(200, {"@odata.context": call.context("applications/$entity"), **found})


def _gallery(call: Call) -> Reply:
    items = [{"id": key, "displayName": name} for key, name in GALLERY.items()]
    return collection(call, call.context("applicationTemplates"), items, entity=_GALLERY)


def _gallery_item(call: Call) -> Reply:
    key = call.names["template"].lower()
    if key not in GALLERY:
        raise no_object(key[:200])
    body = {
        "@odata.context": call.context("applicationTemplates/$entity"),
        "id": key,
        "displayName": GALLERY[key],
    }
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
    made, its_principal = add_application(state.tenant, name, ids, gallery_id, state.clock.now())
    for role_id, role in _GALLERY_ROLES.items():
        state.tenant.table("appRole", ids[2])[role_id] = {"id": role_id, "displayName": role}
    if state.switches.replication_delay:
        visible = state.clock.now() + state.switches.replication_delay
        state.tenant.table("replicating")[its_principal["id"]] = {"at": visible}
    if call.identity.app_id:  # whoever makes an application owns it
        for owned in ids[::2]:
            put_owners(state.tenant, owned, [call.identity.app_id])
    body = {
        "@odata.context": call.context("microsoft.graph.applicationServicePrincipal"),
        "application": {**made, "objectId": made["id"]},
        "servicePrincipal": {**_with_roles(call, its_principal), "objectId": its_principal["id"]},
    }
    return Reply(201, body)


_A = "applications/{applications}"
_P = "servicePrincipals/{servicePrincipals}"

OPERATIONS = (
    Operation("GET", "servicePrincipals", _principals, permission.READ_APPLICATIONS),
    Operation("GET", "servicePrincipals/$count", _count_principals, permission.READ_APPLICATIONS),
    Operation("GET", _P, _get_principal, permission.READ_APPLICATIONS),
    Operation("PATCH", _P, _change_principal, permission.WRITE_APPLICATIONS, writes=True),
    Operation("DELETE", _P, _delete_principal, permission.WRITE_APPLICATIONS, writes=True),
    Operation("GET", "applications", _applications, permission.READ_APPLICATIONS),
    Operation("GET", "applications/$count", _count_applications, permission.READ_APPLICATIONS),
    Operation(
        "POST", "applications", _create_application, permission.WRITE_APPLICATIONS, writes=True
    ),
    Operation("GET", _A, _get_application, permission.READ_APPLICATIONS),
    Operation("PATCH", _A, _change_application, permission.WRITE_APPLICATIONS, writes=True),
    Operation("DELETE", _A, _delete_application, permission.WRITE_APPLICATIONS, writes=True),
    Operation("GET", "applicationTemplates", _gallery, permission.NOTHING),
    Operation("GET", "applicationTemplates/{template}", _gallery_item, permission.NOTHING),
    Operation(
        "POST",
        "applicationTemplates/{template}/instantiate",
        _instantiate,
        permission.WRITE_APPLICATIONS,
        writes=True,
    ),
)
