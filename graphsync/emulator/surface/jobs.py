"""Jobs: list, get, create, delete, and the actions that steer them."""

from graphsync.emulator.document import Document, is_object
from graphsync.emulator.engine.lifecycle import SCOPES, USUAL
from graphsync.emulator.protocol import permission
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.collection import (
    EVERYTHING,
    FILTER_AND_TOP,
    collection,
    reduce,
    select_items,
)
from graphsync.emulator.protocol.entity_type import EntityType
from graphsync.emulator.protocol.errors import GraphError, bad_parameter, bad_request, no_resource
from graphsync.emulator.protocol.reply import Reply, no_content, text
from graphsync.emulator.protocol.routing import Operation
from graphsync.emulator.surface.found import changeable_job, readable_job, visible_jobs
from graphsync.emulator.tenant.job import new_job
from graphsync.emulator.tenant.schemas import job_schema, templates
from graphsync.emulator.well_known import job_id

_JOB = EntityType(
    "microsoft.graph.synchronizationJob",
    frozenset({"id", "schedule", "status", "synchronizationJobSettings", "templateId"}),
    frozenset({"bulkUpload", "schema"}),
    nested=True,
)


def _options(call: Call) -> frozenset[str]:
    choice = call.state.switches.query_options
    if choice == "refuse":
        refused = sorted(
            name for name in call.query if name.startswith("$") and name != "$skiptoken"
        )
        if refused:
            raise bad_request(f"Query option '{refused[0]}' is not supported.")
    return EVERYTHING if choice == "all" else FILTER_AND_TOP


def _list(call: Call) -> Reply:
    items = visible_jobs(call)
    if call.query.get("$expand"):
        items = [_expanded(call, item) for item in items]
    return collection(call, call.below_owner("jobs"), items, options=_options(call), entity=_JOB)


def _count(call: Call) -> Reply:
    return text(len(select_items(call.query, visible_jobs(call), ignore_case=True, entity=_JOB)))


def _get(call: Call) -> Reply:
    document = _expanded(call, readable_job(call))
    if "$select" in call.query and "$select" in _options(call):
        document = reduce(document, call.query)
    return Reply(200, {"@odata.context": call.below_owner("jobs/$entity"), **document})


def _expanded(call: Call, job: Document) -> Document:
    if "schema" not in {part.strip() for part in call.query.get("$expand", "").split(",")}:
        return job
    return {
        **job,
        "schema": job_schema(call.state.tenant, call.owner, job["id"], job["templateId"]),
    }


def _create(call: Call) -> Reply:
    template_id = call.json().get("templateId")
    state, switches = call.state, call.state.switches
    if not isinstance(template_id, str) or template_id not in templates(state.tenant, call.owner):
        message = f"'{str(template_id)[:100]}' is not a template of this service principal."
        if switches.unknown_template_status == 404:
            raise GraphError(404, "ResourceNotFound", message)
        raise bad_parameter(message)
    key = job_id(template_id, str(call.owner["appId"]), state.tenant.id)
    jobs = state.tenant.jobs(call.principal_id)
    if key in jobs:
        if switches.duplicate_job == "conflict":
            raise GraphError(
                409, "Conflict", f"A job of the template '{template_id}' exists already."
            )
        key = f"{template_id}.{state.tenant.id.replace('-', '')}.{state.engine.new_id()}"
    now, domain = state.clock.now(), str(state.tenant.profile["defaultDomain"])
    jobs[key] = record = new_job(key, template_id, switches, domain, now)
    record |= {"visibleAt": now + switches.replication_delay, "changedAt": now}
    headers = (
        {"Location": f"{call.base}{call.path.rstrip('/')}/{key}"}
        if switches.location_on_create
        else {}
    )
    return Reply(
        201, {"@odata.context": call.below_owner("jobs/$entity"), **record["document"]}, headers
    )


def _delete(call: Call) -> Reply:
    record = changeable_job(call)
    state = call.state
    if state.switches.replication_delay:
        until = state.clock.now() + state.switches.replication_delay
        ghost = {"document": record["document"], "until": until}
        state.tenant.table("ghost", call.principal_id)[call.names["job"]] = ghost
    state.lifecycle.delete(call.principal_id, record)
    return no_content()


def _start(call: Call) -> Reply:
    record = changeable_job(call)
    job = record["document"]
    active = job["schedule"]["state"] == "Active" and job["status"]["code"] != "Quarantine"
    if active and call.state.switches.start_active == "conflict":
        raise GraphError(409, "Conflict", "The job is running already.")
    call.state.lifecycle.start(call.principal_id, record, call.state.clock.now())
    return no_content()


def _pause(call: Call) -> Reply:
    call.state.lifecycle.pause(call.principal_id, changeable_job(call), call.state.clock.now())
    return no_content()


def _restart(call: Call) -> Reply:
    scopes = _scopes(call.json() if call.body.strip() else {})
    call.state.lifecycle.restart(
        call.principal_id, changeable_job(call), scopes, call.state.clock.now()
    )
    return no_content()


def _scopes(body: Document) -> frozenset[str]:
    criteria: object = body.get("criteria")
    if criteria is not None and not is_object(criteria):
        raise bad_request("Invalid value for parameter 'criteria'.")
    written: object = criteria.get("resetScope") if criteria else None
    if written is not None and not isinstance(written, str):
        raise bad_request("Invalid value for 'resetScope': a string is expected.")
    names = [name.strip() for name in (written or "").split(",") if name.strip()]
    unknown = [name for name in names if name not in SCOPES]
    if unknown:
        raise bad_parameter(f"'{unknown[0][:100]}' is not a synchronizationJobRestartScope.")
    return frozenset[str]().union(*(SCOPES[name] for name in names)) if names else USUAL


def _not_served(call: Call) -> Reply:
    raise no_resource(call.path)


OPERATIONS = (
    Operation("GET", "R/jobs", _list, permission.READ),
    Operation("POST", "R/jobs", _create, permission.WRITE, writes=True),
    Operation("GET", "R/jobs/$count", _count, permission.READ),
    Operation("GET", "R/jobs/{job}", _get, permission.READ),
    Operation("PATCH", "R/jobs/{job}", _not_served, permission.WRITE, writes=True),
    Operation("DELETE", "R/jobs/{job}", _delete, permission.WRITE, writes=True),
    Operation("POST", "R/jobs/{job}/start", _start, permission.WRITE, writes=True),
    Operation("POST", "R/jobs/{job}/pause", _pause, permission.WRITE, writes=True),
    Operation("POST", "R/jobs/{job}/restart", _restart, permission.WRITE, writes=True),
)
