"""Provisioning logs."""

from graphsync.emulator import permission
from graphsync.emulator.call import Call
from graphsync.emulator.document import Document, objects
from graphsync.emulator.engine.log import summary
from graphsync.emulator.odata.page import collection
from graphsync.emulator.reply import Reply
from graphsync.emulator.routing import Operation
from graphsync.emulator.tenant.schemas import job_schema


def records(call: Call) -> list[Document]:
    """Return the log's records as Graph serves them, newest first, as far as the log's delay shows them."""
    tenant = call.graph.tenant
    shown_until = call.graph.clock.now() - call.graph.switches.log_delay
    systems: dict[tuple[str, str], Document] = {}
    found: list[Document] = []
    for kept in reversed(tenant.table("log").values()):
        principal = tenant.principals.get(kept["principal"])
        if kept["at"] > shown_until or principal is None:
            continue
        key = (kept["principal"], kept["job"])
        if key not in systems:
            systems[key] = _systems(call, principal, kept["job"])
        found.append(summary(kept, systems[key], principal, tenant.id))
    return found


def _systems(call: Call, principal: Document, job_id: str) -> Document:
    template_id = job_id.partition(".")[0]
    schema = job_schema(call.graph.tenant, principal, job_id, template_id)
    names = {str(item.get("name")): str(item.get("id")) for item in objects(schema.get("directories"))}
    rule = next(iter(objects(schema.get("synchronizationRules"))), Document())
    source, target = (str(rule.get(name) or "") for name in ("sourceDirectoryName", "targetDirectoryName"))
    return {"id": job_id, "source": (names.get(source, ""), source), "target": (names.get(target, ""), target)}


def _list(call: Call) -> Reply:
    return collection(call, call.context("auditLogs/provisioning"), _with_status_any_case(call), ignore_case=False)


def _with_status_any_case(call: Call) -> list[Document]:
    # Of all values only the status is compared without regard to case.
    text = call.query.get("$filter", "")
    for status in ("success", "failure", "skipped", "warning"):
        for written in {status.capitalize(), status.upper()}:
            text = text.replace(f"'{written}'", f"'{status}'")
    if text:
        call.query["$filter"] = text.replace("statusInfo/status", "provisioningStatusInfo/status").replace(
            "provisioningprovisioning", "provisioning"
        )
    return records(call)


OPERATIONS = (Operation("GET", "auditLogs/provisioning", _list, permission.READ_LOGS),)
