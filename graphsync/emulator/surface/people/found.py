"""How operations find users and groups: by id, by `userPrincipalName`, by a reference.

Deleted ones are not found.
"""

import re
from urllib.parse import unquote

from graphsync.emulator.document import Document
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.errors import GraphError, bad_request, no_object
from graphsync.emulator.tenant.graph_names import group_of, user_of

_REFERENCE = re.compile(
    r"(?:https?://[^/]+/[^/]+/)?(?:\w+/)*(?P<kind>directoryObjects|users|groups|servicePrincipals)"
    r"(?:/|\('|\(')(?P<id>[^/']+?)(?:'\))?",
    re.IGNORECASE,
)


def is_deleted(source: Document) -> bool:
    """Return whether a source object waits among the deleted items."""
    return bool(source.get("isSoftDeleted"))


def living(call: Call, kind: str) -> list[Document]:
    """Return every user or group that is not deleted."""
    return [item for item in call.state.tenant.table(kind).values() if not is_deleted(item)]


def user(call: Call) -> Document:
    """Return the user that the path names by its id or its `userPrincipalName`."""
    key = call.names["user"]
    found = call.state.tenant.users.get(key.lower()) or call.state.tenant.users.get(key)
    if found is None:
        wanted = key.casefold()
        found = next((one for one in living(call, "user") if _name(one) == wanted), None)
    if found is None or is_deleted(found):
        raise no_object(key[:200])
    return found


def group(call: Call) -> Document:
    """Return the group that the path names."""
    key = call.names["group"]
    found = call.state.tenant.groups.get(key.lower()) or call.state.tenant.groups.get(key)
    if found is None or is_deleted(found):
        raise no_object(key[:200])
    return found


def directory_object(call: Call, object_id: str) -> Document | None:
    """Return a user, a group or a service principal with its type; None where there is none."""
    tenant = call.state.tenant
    for table, kind, shape in ((tenant.users, "user", user_of), (tenant.groups, "group", group_of)):
        source = table.get(object_id)
        if source is not None and not is_deleted(source):
            return {"@odata.type": f"#microsoft.graph.{kind}", **shape(source)}
    principal = tenant.principals.get(object_id)
    return {"@odata.type": "#microsoft.graph.servicePrincipal", **principal} if principal else None


def referenced(call: Call) -> str:
    """Return the id in a body such as `{"@odata.id": ".../directoryObjects/{id}"}`."""
    return id_of(call.json().get("@odata.id"))


def id_of(reference: object) -> str:
    """Return the id that a reference ends with.

    One that is not a reference is the service's 400.
    """
    match = _REFERENCE.fullmatch(reference.strip()) if isinstance(reference, str) else None
    if match is None:
        raise bad_request(
            f"Invalid entity reference '{str(reference)[:200]}': '@odata.id' must be the address of"
            " an object."
        )
    return unquote(match["id"])


def invalid(message: str, detail: str = "") -> GraphError:
    """Build the directory's 400 for a value that it does not take."""
    return GraphError(
        400, "Request_BadRequest", message, details=[_detail(detail, message)] if detail else None
    )


def _detail(code: str, message: str) -> Document:
    return {"code": code, "message": message}


def _name(source: Document) -> str:
    return str(source.get("userPrincipalName", "")).casefold()
