"""The directories of a schema: list, add, change, remove, discover."""

from graphsync.emulator.document import Document, duplicate, objects
from graphsync.emulator.protocol import permission
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.collection import collection, reduce, select_items
from graphsync.emulator.protocol.errors import GraphError, bad_request, not_found
from graphsync.emulator.protocol.reply import Reply, no_content, text
from graphsync.emulator.protocol.routing import Operation
from graphsync.emulator.surface.schema import context, current, endpoint, store, with_discovered
from graphsync.emulator.surface.schema_rules import check_shape
from graphsync.emulator.targets.remote import RemoteTarget
from graphsync.emulator.targets.target import TargetClosed, TargetRefusal
from graphsync.emulator.times import iso_long


def _directory(call: Call) -> Document:
    key = call.names["directory"]
    for item in objects(current(call).get("directories")):
        if item.get("id") == key:
            return item
    raise not_found("directoryDefinition", key[:200])


def _list(call: Call) -> Reply:
    return collection(
        call, context(call, "/directories"), objects(current(call).get("directories"))
    )


def _count(call: Call) -> Reply:
    return text(
        len(select_items(call.query, objects(current(call).get("directories")), ignore_case=True))
    )


def _answer(call: Call, directory: Document, status: int = 200) -> Reply:
    return Reply(status, {"@odata.context": context(call, "/directories/$entity"), **directory})


def _get(call: Call) -> Reply:
    return _answer(call, reduce(_directory(call), call.query))


def _create(call: Call) -> Reply:
    body = call.json()
    check_shape({"directories": [body]})
    schema = duplicate(current(call))
    defaults: Document = {"discoverabilities": "None", "readOnly": False}
    directory: Document = {**defaults, **body, "id": body.get("id") or call.state.engine.new_id()}
    if any(item.get("id") == directory["id"] for item in objects(schema.get("directories"))):
        raise bad_request("The schema has a directory of this id already.")
    schema["directories"] = [*objects(schema.get("directories")), directory]
    store(call, schema)
    return _answer(call, directory, 201)


def _change(call: Call) -> Reply:
    key = _directory(call)["id"]
    body = call.json()
    check_shape({"directories": [body]})
    schema = duplicate(current(call))
    changed = [
        {**item, **body, "id": key} if item.get("id") == key else item
        for item in schema["directories"]
    ]
    store(call, {**schema, "directories": changed})
    return _answer(call, next(item for item in changed if item["id"] == key))


def _delete(call: Call) -> Reply:
    key = _directory(call)["id"]
    schema = duplicate(current(call))
    store(
        call,
        {
            **schema,
            "directories": [item for item in schema["directories"] if item.get("id") != key],
        },
    )
    return no_content()


def _discover(call: Call) -> Reply:
    directory = _directory(call)
    target = endpoint(call, current(call), directory)
    if target:
        return _discover_endpoint(call, directory, target)
    if str(directory.get("discoverabilities", "None")) == "None":
        raise bad_request(f"The directory '{directory.get('name')}' does not support discovery.")
    now = iso_long(call.state.clock.now())
    version = f"Date:{now}, ActivityId:{call.state.engine.new_id()}"
    return _answer(call, {**directory, "discoveryDateTime": now, "version": version})


def _discover_endpoint(call: Call, directory: Document, target: RemoteTarget) -> Reply:
    """Ask the endpoint for its schemas, and keep the attributes that are new."""
    try:
        schemas = target.schemas()
    except (TargetClosed, TargetRefusal) as error:
        raise GraphError(400, error.code, str(error)) from None
    found = with_discovered(call, directory, schemas)
    schema = duplicate(current(call))
    directories = [
        found if item.get("id") == directory["id"] else item
        for item in objects(schema.get("directories"))
    ]
    # The mappings are what they were, so the next cycle stays an incremental one.
    store(call, {**schema, "directories": directories}, begin_again=False)
    return _answer(call, found)


OPERATIONS = tuple(
    Operation(method, f"{owner}/schema/directories{tail}", handler, needed, writes=method != "GET")
    for owner in ("R/jobs/{job}", "R/templates/{template}")
    for method, tail, handler, needed in (
        ("GET", "", _list, permission.READ_SCHEMA),
        ("POST", "", _create, permission.WRITE_SCHEMA),
        ("GET", "/$count", _count, permission.READ_SCHEMA),
        ("GET", "/{directory}", _get, permission.READ_SCHEMA),
        ("PATCH", "/{directory}", _change, permission.WRITE_SCHEMA),
        ("DELETE", "/{directory}", _delete, permission.WRITE_SCHEMA),
        ("POST", "/{directory}/discover", _discover, permission.WRITE_SCHEMA),
    )
)
