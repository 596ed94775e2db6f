"""Templates: what a principal's application can be provisioned with."""

from graphsync.emulator import permission
from graphsync.emulator.call import Call
from graphsync.emulator.document import Document
from graphsync.emulator.errors import not_found
from graphsync.emulator.gallery.templates import of_application
from graphsync.emulator.odata.page import collection
from graphsync.emulator.reply import Reply
from graphsync.emulator.routing import Operation


def templates(call: Call) -> dict[str, Document]:
    """Return the templates of the principal's application by id."""
    return {item.id: item.document() for item in of_application(str(call.owner["applicationTemplateId"]))}


def _list(call: Call) -> Reply:
    return collection(call, call.below_owner("templates"), list(templates(call).values()))


def _get(call: Call) -> Reply:
    found = templates(call).get(call.names["template"])
    if found is None:
        raise not_found("synchronizationTemplate", call.names["template"])
    return Reply(200, {"@odata.context": call.below_owner("templates/$entity"), **found})


OPERATIONS = (
    Operation("GET", "R/templates", _list, permission.READ),
    Operation("GET", "R/templates/{template}", _get, permission.READ),
)
