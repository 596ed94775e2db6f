"""Jobs: list, get, create, delete, and the actions that steer them."""

from graphsync.emulator import permission
from graphsync.emulator.call import Call
from graphsync.emulator.document import Document
from graphsync.emulator.errors import GraphError
from graphsync.emulator.odata.page import EVERYTHING, FILTER_AND_TOP, collection, reduce
from graphsync.emulator.reply import Reply, no_content
from graphsync.emulator.routing import Operation


def record(call: Call) -> Document:
    """Return the record of the job that the path names; a 404 when there is none."""
    key = call.names["job"]
    found = call.graph.tenant.jobs(call.principal_id).get(key)
    if found is None:
        raise GraphError(404, call.graph.switches.missing_job_code, f"Job '{key[:200]}' does not exist.")
    return found


def _list(call: Call) -> Reply:
    items = [item["document"] for item in call.graph.tenant.jobs(call.principal_id).values()]
    options = EVERYTHING if call.graph.switches.query_options == "all" else FILTER_AND_TOP
    return collection(call, call.below_owner("jobs"), items, options=options)


def _get(call: Call) -> Reply:
    document = record(call)["document"]
    if call.graph.switches.query_options == "all":
        document = reduce(document, call.query)
    return Reply(200, {"@odata.context": call.below_owner("jobs/$entity"), **document})


def _start(call: Call) -> Reply:
    job = record(call)["document"]
    job["schedule"]["state"] = "Active"
    job["status"]["code"] = "NotRun"
    call.graph.tenant.jobs(call.principal_id).touch(job["id"])
    return no_content()


def _pause(call: Call) -> Reply:
    job = record(call)["document"]
    if job["schedule"]["state"] == "Active":
        job["schedule"]["state"] = job["status"]["code"] = "Paused"
    call.graph.tenant.jobs(call.principal_id).touch(job["id"])
    return no_content()


OPERATIONS = (
    Operation("GET", "R/jobs", _list, permission.READ),
    Operation("GET", "R/jobs/{job}", _get, permission.READ),
    Operation("POST", "R/jobs/{job}/start", _start, permission.WRITE, writes=True),
    Operation("POST", "R/jobs/{job}/pause", _pause, permission.WRITE, writes=True),
)
