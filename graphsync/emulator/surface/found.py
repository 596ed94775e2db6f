"""How operations find the job that a path names, and what replication hides or still shows."""

from graphsync.emulator.document import Document
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.errors import GraphError


def job_record(call: Call) -> Document:
    """Return the record of the job that the path names.

    A 404 when there is none, or none to be seen yet.
    """
    key = call.names["job"]
    record = call.state.tenant.jobs(call.principal_id).get(key)
    if record is None or record.get("visibleAt", 0) > call.state.clock.now():
        raise GraphError(
            404, call.state.switches.missing_job_code, f"Job '{key[:200]}' does not exist."
        )
    return record


def readable_job(call: Call) -> Document:
    """Return the document of the job that the path names.

    A deleted one is shown until its deletion has replicated.
    """
    ghost = call.state.tenant.table("ghost", call.principal_id).get(call.names["job"])
    if ghost and ghost["until"] > call.state.clock.now():
        document: Document = ghost["document"]
        return document
    found: Document = job_record(call)["document"]
    return found


def visible_jobs(call: Call) -> list[Document]:
    """Return the documents of the principal's jobs, as far as replication has brought them here."""
    now = call.state.clock.now()
    records = call.state.tenant.jobs(call.principal_id).values()
    ghosts = call.state.tenant.table("ghost", call.principal_id).values()
    return [item["document"] for item in records if item.get("visibleAt", 0) <= now] + [
        ghost["document"] for ghost in ghosts if ghost["until"] > now
    ]


def settle(call: Call, changing: Document) -> None:
    """Note that something is being changed.

    A 409 while an earlier change to it is still settling.
    """
    now = call.state.clock.now()
    window = call.state.switches.conflict_window
    if window and now - changing.get("changedAt", 0) < window:
        raise GraphError(
            409, "Conflict", "Another change has not been completed yet. Please try again."
        )
    changing["changedAt"] = now


def changeable_job(call: Call) -> Document:
    """Return the job that the path names for a change.

    A 409 while an earlier change is still settling.
    """
    record = job_record(call)
    settle(call, record)
    call.state.tenant.jobs(call.principal_id).touch(call.names["job"])
    return record
