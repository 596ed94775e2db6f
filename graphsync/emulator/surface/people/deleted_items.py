"""Deleted users and Microsoft 365 groups: list, get, restore, and delete for good."""

from graphsync.emulator.document import Document
from graphsync.emulator.protocol import permission
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.collection import collection
from graphsync.emulator.protocol.errors import no_object
from graphsync.emulator.protocol.reply import Reply, no_content
from graphsync.emulator.protocol.routing import Operation
from graphsync.emulator.surface.advanced import advanced
from graphsync.emulator.surface.people.found import invalid, is_deleted, living
from graphsync.emulator.surface.people.types import GROUP, USER
from graphsync.emulator.tenant.graph_names import group_of, user_of
from graphsync.emulator.tenant.recycling import expire, purge, restore

_SHAPES = {"user": user_of, "group": group_of}
_TYPES = {"user": USER, "group": GROUP}


def _listed(kind: str, call: Call) -> Reply:
    expire(call.state.tenant, call.state.clock.now())
    found = [
        _SHAPES[kind](item) for item in call.state.tenant.table(kind).values() if is_deleted(item)
    ]
    return collection(call, call.context(f"{kind}s"), advanced(call, found), entity=_TYPES[kind])


def _list_users(call: Call) -> Reply:
    return _listed("user", call)


def _list_groups(call: Call) -> Reply:
    return _listed("group", call)


def _item(call: Call) -> tuple[str, Document]:
    key = call.names["item"]
    expire(call.state.tenant, call.state.clock.now())
    for kind in _SHAPES:
        found = call.state.tenant.table(kind).get(key)
        if found is not None and is_deleted(found):
            return kind, found
    raise no_object(key[:200])


def _answer(call: Call, kind: str, source: Document) -> Reply:
    head = {
        "@odata.context": call.context("directoryObjects/$entity"),
        "@odata.type": f"#microsoft.graph.{kind}",
    }
    return Reply(200, {**head, **_SHAPES[kind](source)})


def _get(call: Call) -> Reply:
    return _answer(call, *_item(call))


def _delete(call: Call) -> Reply:
    kind, source = _item(call)
    purge(call.state.tenant, kind, str(source["id"]))
    return no_content()


def _restore(call: Call) -> Reply:
    kind, source = _item(call)
    name = str(source.get("userPrincipalName") or "").casefold()
    if name and any(
        str(other.get("userPrincipalName", "")).casefold() == name for other in living(call, kind)
    ):
        raise invalid(
            "Another object with the same value for property userPrincipalName already exists.",
            "ObjectConflict",
        )
    restored = restore(call.state.tenant, kind, source)
    return _answer(call, kind, restored)


_READ = permission.READ_USERS | permission.READ_GROUPS
_WRITE = permission.WRITE_USERS | permission.WRITE_GROUPS
_PLACE = "directory/deletedItems"

OPERATIONS = (
    # A request writes microsoft.graph.user; routing leaves the namespace out.
    Operation("GET", f"{_PLACE}/user", _list_users, _READ),
    Operation("GET", f"{_PLACE}/group", _list_groups, _READ),
    Operation("GET", f"{_PLACE}/{{item}}", _get, _READ),
    Operation("DELETE", f"{_PLACE}/{{item}}", _delete, _WRITE, writes=True),
    Operation("POST", f"{_PLACE}/{{item}}/restore", _restore, _WRITE, writes=True),
)
