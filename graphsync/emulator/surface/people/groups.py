"""Groups and their members."""

from graphsync.emulator.document import Document, is_array, strings
from graphsync.emulator.protocol import permission
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.collection import collection
from graphsync.emulator.protocol.errors import no_object
from graphsync.emulator.protocol.reply import Reply, no_content
from graphsync.emulator.protocol.routing import Operation
from graphsync.emulator.surface.advanced import advanced, count
from graphsync.emulator.surface.people.found import (
    directory_object,
    group,
    id_of,
    invalid,
    living,
    referenced,
)
from graphsync.emulator.surface.people.shown import Expand, shown, shown_object
from graphsync.emulator.surface.people.types import DIRECTORY_OBJECT, GROUP
from graphsync.emulator.surface.people.written import changes, required
from graphsync.emulator.tenant.graph_names import group_of, source_of
from graphsync.emulator.tenant.people import put_source
from graphsync.emulator.tenant.recycling import purge, recycle
from graphsync.emulator.times import iso

_REQUIRED = ("displayName", "mailEnabled", "mailNickname", "securityEnabled")
_MOST_BOUND = 20
_MOST_EXPANDED = 20


def _expandable(call: Call) -> dict[str, Expand]:
    def members(document: Document) -> object:
        return _members(call, call.state.tenant.groups[document["id"]])[:_MOST_EXPANDED]

    return {"members": members}


def _members(call: Call, source: Document) -> list[Document]:
    found = (directory_object(call, member) for member in strings(source.get("members")))
    return [item for item in found if item]


def _list(call: Call) -> Reply:
    items = [group_of(item) for item in living(call, "group")]
    present = shown(call, GROUP, _expandable(call))
    found = advanced(call, items)
    return collection(call, call.context("groups"), found, entity=GROUP, present=present)


def _count(call: Call) -> Reply:
    return count(call, [group_of(item) for item in living(call, "group")], GROUP)


def _answer(call: Call, source: Document, status: int = 200) -> Reply:
    present = shown(call, GROUP, _expandable(call))
    return Reply(
        status, {"@odata.context": call.context("groups/$entity"), **present(group_of(source))}
    )


def _get(call: Call) -> Reply:
    return _answer(call, group(call))


def _create(call: Call) -> Reply:
    body = changes(call, GROUP, {})
    required(body, _REQUIRED, "Group")
    members = _bound(call, body, [])
    group_id = call.state.engine.new_id()
    made: Document = {
        "id": group_id,
        "createdDateTime": iso(int(call.state.clock.now())),
        "members": members,
    }
    put_source(call.state.tenant, "group", source_of(made, body))
    return _answer(call, call.state.tenant.groups[group_id], 201)


def _change(call: Call) -> Reply:
    source = group(call)
    body = changes(call, GROUP, group_of(source))
    members = _bound(call, body, strings(source.get("members")))
    put_source(call.state.tenant, "group", source_of({**source, "members": members}, body))
    return no_content()


def _bound(call: Call, body: Document, before: list[str]) -> list[str]:
    """Return the members after those that a body binds; owners of groups are not kept."""
    body.pop("owners@odata.bind", None)
    given: object = body.pop("members@odata.bind", [])
    references = given if is_array(given) else [given]
    if len(references) > _MOST_BOUND:
        raise invalid(f"At most {_MOST_BOUND} members can be added in one request.")
    members = list(before)
    for reference in references:
        members.append(_new_member(call, id_of(reference), members))
    return members


def _new_member(call: Call, object_id: str, members: list[str]) -> str:
    if object_id not in call.state.tenant.users and object_id not in call.state.tenant.groups:
        raise no_object(object_id[:200])
    if object_id in members:
        raise invalid(
            "One or more added object references already exist for the following modified"
            " properties: 'members'."
        )
    return object_id


def _delete(call: Call) -> Reply:
    source = group(call)
    # Only Microsoft 365 groups can be restored; any other is gone for good.
    if "Unified" in strings(source.get("groupTypes")):
        recycle(call.state.tenant, "group", source, call.state.clock.now())
    else:
        purge(call.state.tenant, "group", str(source["id"]))
    return no_content()


def _list_members(call: Call) -> Reply:
    items = _members(call, group(call))
    found = advanced(call, items)
    return collection(
        call,
        call.context("directoryObjects"),
        found,
        entity=DIRECTORY_OBJECT,
        present=shown_object(call),
    )


def _count_members(call: Call) -> Reply:
    return count(call, _members(call, group(call)), DIRECTORY_OBJECT)


def _add_member(call: Call) -> Reply:
    source = group(call)
    members = strings(source.get("members"))
    added = _new_member(call, referenced(call), members)
    put_source(call.state.tenant, "group", {**source, "members": [*members, added]})
    return no_content()


def _remove_member(call: Call) -> Reply:
    source, member = group(call), call.names["member"]
    members = strings(source.get("members"))
    if member not in members:
        raise no_object(member[:200])
    left = [one for one in members if one != member]
    put_source(call.state.tenant, "group", {**source, "members": left})
    return no_content()


OPERATIONS = (
    Operation("GET", "groups", _list, permission.READ_GROUPS),
    Operation("POST", "groups", _create, permission.WRITE_GROUPS, writes=True),
    Operation("GET", "groups/$count", _count, permission.READ_GROUPS),
    Operation("GET", "groups/{group}", _get, permission.READ_GROUPS),
    Operation("PATCH", "groups/{group}", _change, permission.WRITE_GROUPS, writes=True),
    Operation("DELETE", "groups/{group}", _delete, permission.WRITE_GROUPS, writes=True),
    Operation("GET", "groups/{group}/members", _list_members, permission.READ_MEMBERS),
    Operation("GET", "groups/{group}/members/$count", _count_members, permission.READ_MEMBERS),
    Operation(
        "POST", "groups/{group}/members/$ref", _add_member, permission.WRITE_MEMBERS, writes=True
    ),
    Operation(
        "DELETE",
        "groups/{group}/members/{member}/$ref",
        _remove_member,
        permission.WRITE_MEMBERS,
        writes=True,
    ),
)
