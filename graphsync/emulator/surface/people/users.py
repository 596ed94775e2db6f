"""Users: list, get, create, change, delete, their manager, and whoever signed in."""

from graphsync.emulator.document import Document, is_object
from graphsync.emulator.protocol import permission
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.collection import collection
from graphsync.emulator.protocol.errors import GraphError, bad_request
from graphsync.emulator.protocol.reply import Reply, no_content
from graphsync.emulator.protocol.routing import Operation
from graphsync.emulator.surface.advanced import advanced, count
from graphsync.emulator.surface.people.found import (
    directory_object,
    invalid,
    is_deleted,
    living,
    referenced,
    user,
)
from graphsync.emulator.surface.people.shown import Expand, shown
from graphsync.emulator.surface.people.types import USER
from graphsync.emulator.surface.people.written import changes, required
from graphsync.emulator.tenant.graph_names import source_of, user_of
from graphsync.emulator.tenant.people import put_source
from graphsync.emulator.tenant.recycling import recycle
from graphsync.emulator.times import iso

_REQUIRED = (
    "accountEnabled",
    "displayName",
    "mailNickname",
    "userPrincipalName",
    "passwordProfile",
)


def _expandable(call: Call) -> dict[str, Expand]:
    def manager(document: Document) -> object:
        return directory_object(call, _manager_id(call.state.tenant.users[document["id"]]))

    return {"manager": manager}


def _list(call: Call) -> Reply:
    items = [user_of(item) for item in living(call, "user")]
    present = shown(call, USER, _expandable(call))
    found = advanced(call, items)
    return collection(call, call.context("users"), found, entity=USER, present=present)


def _count(call: Call) -> Reply:
    return count(call, [user_of(item) for item in living(call, "user")], USER)


def _answer(call: Call, source: Document, status: int = 200) -> Reply:
    present = shown(call, USER, _expandable(call))
    return Reply(
        status, {"@odata.context": call.context("users/$entity"), **present(user_of(source))}
    )


def _get(call: Call) -> Reply:
    return _answer(call, user(call))


def _create(call: Call) -> Reply:
    body = changes(call, USER, {})
    required(body, _REQUIRED, "User")
    _check(call, body, "")
    if not is_object(body["passwordProfile"]) or not body["passwordProfile"].get("password"):
        raise invalid(
            "The specified password does not comply with password complexity requirements."
        )
    user_id = call.state.engine.new_id()
    made: Document = {
        "id": user_id,
        "userType": "Member",
        "createdDateTime": iso(int(call.state.clock.now())),
    }
    put_source(call.state.tenant, "user", source_of(made, body))
    return _answer(call, call.state.tenant.users[user_id], 201)


def _change(call: Call) -> Reply:
    source = user(call)
    body = changes(call, USER, user_of(source))
    _check(call, body, str(source["id"]))
    put_source(call.state.tenant, "user", source_of(source, body))
    return no_content()


def _check(call: Call, body: Document, own: str) -> None:
    """Refuse a `userPrincipalName` of another domain, or one that another user has."""
    name: object = body.get("userPrincipalName")
    if "accountEnabled" in body and not isinstance(body["accountEnabled"], bool):
        raise bad_request(
            "Cannot convert the value of 'accountEnabled' to the expected type 'Edm.Boolean'."
        )
    if name is None and "userPrincipalName" not in body:
        return
    alias, at, domain = str(name).partition("@")
    if not isinstance(name, str) or not (alias and at):
        raise invalid(
            f"Invalid value '{str(name)[:100]}' specified for property 'userPrincipalName' of"
            " resource 'User'."
        )
    if domain.casefold() != str(call.state.tenant.profile["defaultDomain"]).casefold():
        raise invalid(
            "The domain portion of the userPrincipalName property is invalid. "
            "You must use one of the verified domain names in your organization."
        )
    for other in living(call, "user"):
        if (
            other["id"] != own
            and str(other.get("userPrincipalName", "")).casefold() == name.casefold()
        ):
            message = (
                "Another object with the same value for property userPrincipalName already exists."
            )
            raise invalid(message, "ObjectConflict")


def _delete(call: Call) -> Reply:
    recycle(call.state.tenant, "user", user(call), call.state.clock.now())
    return no_content()


def _manager_id(source: Document) -> str:
    return str(source.get("manager") or "")


def _get_manager(call: Call) -> Reply:
    found = directory_object(call, _manager_id(user(call)))
    if found is None:
        raise _without_manager()
    present = shown(call, USER, {})
    return Reply(
        200, {"@odata.context": call.context("directoryObjects/$entity"), **present(found)}
    )


def _set_manager(call: Call) -> Reply:
    source, manager = user(call), referenced(call)
    found = call.state.tenant.users.get(manager)
    if found is None or is_deleted(found):
        raise GraphError(
            404, "Request_ResourceNotFound", f"Resource '{manager[:200]}' does not exist."
        )
    put_source(call.state.tenant, "user", {**source, "manager": manager})
    return no_content()


def _remove_manager(call: Call) -> Reply:
    source = user(call)
    if not _manager_id(source):
        raise _without_manager()
    put_source(call.state.tenant, "user", {**source, "manager": None})
    return no_content()


def _without_manager() -> GraphError:
    message = (
        "Resource 'manager' does not exist or one of its queried reference-property objects are not"
        " present."
    )
    return GraphError(404, "Request_ResourceNotFound", message)


def _me(call: Call) -> Reply:
    if not call.identity.user_id:
        raise bad_request("/me request is only valid with delegated authentication flow.")
    call.names["user"] = call.identity.user_id
    return _answer(call, user(call))


OPERATIONS = (
    Operation("GET", "me", _me, permission.READ_ME),
    Operation("GET", "users", _list, permission.READ_USERS),
    Operation("POST", "users", _create, permission.WRITE_USERS, writes=True),
    Operation("GET", "users/$count", _count, permission.READ_USERS),
    Operation("GET", "users/{user}", _get, permission.READ_USERS),
    Operation("PATCH", "users/{user}", _change, permission.WRITE_USERS, writes=True),
    Operation("DELETE", "users/{user}", _delete, permission.WRITE_USERS, writes=True),
    Operation("GET", "users/{user}/manager", _get_manager, permission.READ_USERS),
    Operation(
        "PUT", "users/{user}/manager/$ref", _set_manager, permission.WRITE_USERS, writes=True
    ),
    Operation(
        "DELETE", "users/{user}/manager/$ref", _remove_manager, permission.WRITE_USERS, writes=True
    ),
)
