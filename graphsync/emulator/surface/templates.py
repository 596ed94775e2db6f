"""Templates: what a principal's application can be provisioned with."""

from graphsync.emulator.document import Document
from graphsync.emulator.protocol import permission
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.collection import collection, reduce, select_items
from graphsync.emulator.protocol.entity_type import EntityType
from graphsync.emulator.protocol.errors import no_resource, not_found
from graphsync.emulator.protocol.reply import Reply, no_content, text
from graphsync.emulator.protocol.routing import Operation
from graphsync.emulator.surface.schema_rules import check_schema
from graphsync.emulator.surface.strict_schema import check_strictly
from graphsync.emulator.tenant.schemas import default_schema, templates

_TEMPLATE = EntityType(
    "microsoft.graph.synchronizationTemplate",
    frozenset(
        {"applicationId", "default", "description", "discoverable", "factoryTag", "id", "metadata"}
    ),
    frozenset({"schema"}),
    nested=True,
)


def template(call: Call) -> Document:
    """Return the template that the path names; a 404 when the application has none of that id."""
    key = call.names["template"]
    found = templates(call.state.tenant, call.owner).get(key)
    if found is None:
        raise not_found("synchronizationTemplate", key[:200])
    return found


def _listed(call: Call) -> list[Document]:
    return [
        item
        for item in templates(call.state.tenant, call.owner).values()
        if item.get("discoverable", True)
    ]


def _list(call: Call) -> Reply:
    return collection(call, call.below_owner("templates"), _listed(call), entity=_TEMPLATE)


def _count(call: Call) -> Reply:
    return text(len(select_items(call.query, _listed(call), ignore_case=True, entity=_TEMPLATE)))


def _get(call: Call) -> Reply:
    return Reply(
        200,
        {
            "@odata.context": call.below_owner("templates/$entity"),
            **reduce(template(call), call.query),
        },
    )


def _update(call: Call) -> Reply:
    key = template(call)["id"]
    body = {name: value for name, value in call.json().items() if not name.startswith("@odata")}
    if "schema" in body:
        body["schema"] = check_schema(body["schema"])
        if call.state.switches.schema_checks == "strict":
            check_strictly(body["schema"])
    # The service keeps nothing that the update does not mention.
    erased: Document = {
        "id": key,
        "applicationId": "00000000-0000-0000-0000-000000000000",
        "default": False,
        "description": None,
        "discoverable": False,
        "factoryTag": None,
        "metadata": [],
        "schema": default_schema(key),
    }
    call.state.tenant.table("template", call.principal_id)[key] = {**erased, **body, "id": key}
    return no_content()


def _delete(call: Call) -> Reply:
    key = template(call)["id"]
    call.state.tenant.table("template", call.principal_id)[key] = {"id": key, "deleted": True}
    return no_content()


def _not_served(call: Call) -> Reply:
    raise no_resource(call.path)


OPERATIONS = (
    Operation("GET", "R/templates", _list, permission.READ),
    Operation("POST", "R/templates", _not_served, permission.WRITE, writes=True),
    Operation("GET", "R/templates/$count", _count, permission.READ),
    Operation("GET", "R/templates/{template}", _get, permission.READ),
    Operation("PATCH", "R/templates/{template}", _update, permission.WRITE, writes=True),
    Operation("PUT", "R/templates/{template}", _update, permission.WRITE, writes=True),
    Operation("DELETE", "R/templates/{template}", _delete, permission.WRITE, writes=True),
)
