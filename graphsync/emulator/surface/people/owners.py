"""Who owns service principals and applications."""

from graphsync.emulator.document import Document, strings
from graphsync.emulator.protocol import permission
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.collection import collection
from graphsync.emulator.protocol.errors import no_object
from graphsync.emulator.protocol.reply import Reply, no_content
from graphsync.emulator.protocol.routing import Operation
from graphsync.emulator.surface.advanced import advanced
from graphsync.emulator.surface.people.found import directory_object, invalid, referenced
from graphsync.emulator.surface.people.shown import shown_object
from graphsync.emulator.surface.people.types import DIRECTORY_OBJECT
from graphsync.emulator.surface.principal import application, principal
from graphsync.emulator.tenant.owners import app_owner_id, owners, put_owners


def _key(call: Call) -> str:
    return str(
        principal(call)["id"] if "servicePrincipals" in call.names else application(call)["id"]
    )


def _found(call: Call, owner: str) -> Document | None:
    """Return an owner.

    An application that calls need not have a service principal in the tenant.
    """
    found = directory_object(call, owner)
    if found is not None:
        return found
    tenant = call.state.tenant
    for app_id in owners(tenant, _key(call)).app_ids:
        if app_owner_id(tenant, app_id) == owner:
            return {
                "@odata.type": "#microsoft.graph.servicePrincipal",
                "id": owner,
                "appId": app_id,
                "displayName": app_id,
                "servicePrincipalType": "Application",
            }
    return None


def _list(call: Call) -> Reply:
    found = (
        _found(call, owner)
        for owner in owners(call.state.tenant, _key(call)).ids(call.state.tenant)
    )
    items = advanced(call, [item for item in found if item])
    return collection(
        call,
        call.context("directoryObjects"),
        items,
        entity=DIRECTORY_OBJECT,
        present=shown_object(call),
    )


def _add(call: Call) -> Reply:
    key, owner, tenant = _key(call), referenced(call), call.state.tenant
    found = directory_object(call, owner)
    if found is None:
        raise no_object(owner[:200])
    if found["@odata.type"] == "#microsoft.graph.group":
        raise invalid(
            "The reference target 'Group' of type 'Group' is invalid for the 'owners' reference."
        )
    before = owners(tenant, key)
    if owner in before.ids(tenant):
        raise invalid(
            "One or more added object references already exist for the following modified"
            " properties: 'owners'."
        )
    app_id = tenant.principals[owner]["appId"] if owner in tenant.principals else None
    if app_id:
        put_owners(tenant, key, [*before.app_ids, app_id], before.user_ids)
    else:
        put_owners(tenant, key, before.app_ids, [*before.user_ids, owner])
    return no_content()


def _remove(call: Call) -> Reply:
    key, owner, tenant = _key(call), call.names["owner"], call.state.tenant
    before = owners(tenant, key)
    if owner not in before.ids(tenant):
        raise no_object(owner[:200])
    left = [app_id for app_id in before.app_ids if app_owner_id(tenant, app_id) != owner]
    put_owners(tenant, key, left, [one for one in strings(list(before.user_ids)) if one != owner])
    return no_content()


OPERATIONS = tuple(
    Operation(method, f"{place}{tail}", handler, needed, writes=method != "GET")
    for place in (
        "servicePrincipals/{servicePrincipals}/owners",
        "applications/{applications}/owners",
    )
    for method, tail, handler, needed in (
        ("GET", "", _list, permission.READ_APPLICATIONS),
        ("POST", "/$ref", _add, permission.WRITE_APPLICATIONS),
        ("DELETE", "/{owner}/$ref", _remove, permission.WRITE_APPLICATIONS),
    )
)
