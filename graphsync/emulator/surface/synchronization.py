"""The synchronization of a principal as a whole."""

from graphsync.emulator.document import Document
from graphsync.emulator.protocol import permission
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.reply import Reply, no_content
from graphsync.emulator.protocol.routing import Operation
from graphsync.emulator.surface.found import visible_jobs
from graphsync.emulator.surface.secrets import put_secrets, visible_secrets
from graphsync.emulator.tenant.schemas import templates


def _get(call: Call) -> Reply:
    body: Document = {
        "@odata.context": call.below_owner("$entity"),
        "id": call.principal_id,
        "secrets": visible_secrets(call),
    }
    expanded = {part.strip() for part in call.query.get("$expand", "").split(",")}
    if "jobs" in expanded:
        body["jobs"] = visible_jobs(call)
    if "templates" in expanded:
        body["templates"] = list(templates(call.state.tenant, call.owner).values())
    return Reply(200, body)


def _put(call: Call) -> Reply:
    body = call.json()
    if "secrets" in body:
        put_secrets(call, body["secrets"])
    return _get(call)


def _delete(call: Call) -> Reply:
    for record in list(call.state.tenant.jobs(call.principal_id).values()):
        call.state.lifecycle.delete(call.principal_id, record)
    call.state.tenant.table("secret").discard(call.principal_id)
    return no_content()


OPERATIONS = (
    Operation("GET", "R", _get, permission.READ),
    Operation("PUT", "R", _put, permission.WRITE, writes=True),
    Operation("DELETE", "R", _delete, permission.WRITE, writes=True),
)
