"""Object connections: the stored link between a source object and its account, read and deleted
one by one.
"""

from graphsync.emulator.document import Document
from graphsync.emulator.engine.links import Links
from graphsync.emulator.protocol import permission
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.errors import GraphError, bad_request, not_found
from graphsync.emulator.protocol.reply import Reply, no_content
from graphsync.emulator.protocol.routing import Operation
from graphsync.emulator.surface.found import job_record

_LONGEST = 256


def _identifier(call: Call) -> str:
    """Return the identifier that the path names; one that cannot be an id is a 400."""
    key = call.names["connection"]
    if not key.strip() or key != key.strip() or len(key) > _LONGEST or not key.isprintable():
        raise bad_request(f"'{key[:100]}' is not a valid identifier of an object.")
    return key


def _source_of(links: Links, key: str) -> str | None:
    """Look an identifier up as a source object first, then as an account."""
    if key in links:
        return key
    owner = links.owner_of(key)
    return owner if owner is not None and links.account_of(owner) == key else None


def _get(call: Call) -> Reply:
    key, job = _identifier(call), job_record(call)["document"]
    workshop = call.state.engine.workshop
    links = workshop.links(job["id"])
    source_id = _source_of(links, key)
    if source_id is None:
        raise not_found("objectConnection", key)
    kind = links.kind_of(source_id)
    source = workshop.source(call.principal_id, job, kind, source_id)
    name: object = (source or {}).get("displayName")
    body: Document = {
        "@odata.context": call.below_owner(f"jobs('{job['id']}')/objectConnections/$entity"),
        "objectId": source_id,
        "sourceAnchor": source_id,
        "targetAnchor": links.account_of(source_id),
        "displayName": name if isinstance(name, str) else None,
        "objectTypeName": kind,
    }
    return Reply(200, body)


def _delete(call: Call) -> Reply:
    key, record = _identifier(call), job_record(call)
    job = record["document"]
    if job["schedule"]["state"] == "Active":
        message = (
            f"The job '{job['id']}' is active; pause it before an object connection is deleted."
        )
        raise GraphError(409, "Conflict", message)
    links = call.state.engine.workshop.links(job["id"])
    source_id = _source_of(links, key)
    if source_id is not None:
        call.state.engine.books.uncount((call.principal_id, job["id"]), links.flow_of(source_id))
        links.discard(source_id)
        call.state.lifecycle.match_again(call.principal_id, record, source_id)
    return no_content()


def _refuse(call: Call) -> Reply:
    job_record(call)
    raise bad_request(
        "Object connections cannot be listed or filtered; name one:"
        " objectConnections('{objectId}')."
    )


_PLACE = "servicePrincipals/{servicePrincipals}/synchronization/jobs/{job}/objectConnections"

OPERATIONS = (
    Operation("GET", _PLACE, _refuse, permission.READ, beta=True),
    Operation("GET", f"{_PLACE}/{{connection}}", _get, permission.READ, beta=True),
    Operation(
        "DELETE", f"{_PLACE}/{{connection}}", _delete, permission.WRITE, writes=True, beta=True
    ),
)
