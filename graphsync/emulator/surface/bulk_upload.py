"""Bulk upload: people for an API-driven job, staged until its next cycle."""

import base64
from urllib.parse import quote

from graphsync.emulator.document import Document, decode, is_array, is_object
from graphsync.emulator.gallery.templates import TEMPLATES
from graphsync.emulator.protocol import permission
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.errors import GraphError, bad_request, not_found
from graphsync.emulator.protocol.reply import Reply, no_content
from graphsync.emulator.protocol.routing import Operation
from graphsync.emulator.surface.found import job_record

_REQUEST = "urn:ietf:params:scim:api:messages:2.0:BulkRequest"
_MOST = 50


def _invalid(why: str) -> GraphError:
    return GraphError(400, "Invalid Data Format", f"Invalid Data Format: {why}")


def _upload(call: Call) -> Reply:
    record = job_record(call)
    if not TEMPLATES[record["document"]["templateId"]].accepts_uploads:
        raise bad_request("Bulk upload is available for API-driven provisioning jobs only.")
    if (
        call.headers.get("content-type", "").partition(";")[0].strip().lower()
        != "application/scim+json"
    ):
        raise _invalid("the Content-Type header must be application/scim+json.")
    _stage(call, record)
    job_id = call.names["job"]
    query = quote(f"jobid eq '{job_id}'", safe="'")
    return Reply(202, None, {"Location": f"{call.base}/auditLogs/provisioning/?$filter={query}"})


def _stage(call: Call, record: Document) -> None:
    people = _people(call.body)
    record["engine"]["uploads"] += people
    jobs = call.state.tenant.jobs(call.principal_id)
    jobs.touch(call.names["job"])
    last = {"body": base64.b64encode(call.body).decode()}
    call.state.tenant.table("upload", call.principal_id)[call.names["job"]] = last


def _people(body: bytes) -> list[Document]:
    try:
        request = decode(body)
    except ValueError:
        raise _invalid("the body is not JSON.") from None
    if (
        not is_object(request)
        or not is_array(request.get("schemas"))
        or _REQUEST not in request["schemas"]
    ):
        raise _invalid(f"'schemas' must hold {_REQUEST}.")
    operations: object = request.get("Operations")
    if not is_array(operations) or not 0 < len(operations) <= _MOST:
        raise _invalid(f"'Operations' must be an array of 1 to {_MOST} operations.")
    seen: set[str] = set()
    return [_person(operation, seen) for operation in operations]


def _person(operation: object, seen: set[str]) -> Document:
    if (
        not is_object(operation)
        or operation.get("method") != "POST"
        or operation.get("path") != "/Users"
    ):
        raise _invalid("every operation must be a POST to /Users.")
    bulk_id: object = operation.get("bulkId")
    if not isinstance(bulk_id, str) or not bulk_id or bulk_id in seen:
        raise _invalid("every operation needs a unique 'bulkId'.")
    seen.add(bulk_id)
    data: object = operation.get("data")
    if (
        not is_object(data)
        or not is_array(data.get("schemas"))
        or not isinstance(data.get("externalId"), str)
    ):
        raise _invalid("every operation needs 'data' with 'schemas' and an 'externalId'.")
    return data


def _last(call: Call) -> Document:
    job_record(call)
    found = call.state.tenant.table("upload", call.principal_id).get(call.names["job"])
    if found is None:
        raise not_found("bulkUpload", call.names["job"][:200])
    return found


def _get(call: Call) -> Reply:
    _last(call)
    return Reply(
        200,
        {"@odata.context": call.below_owner("jobs/bulkUpload/$entity"), "id": call.names["job"]},
    )


def _change(call: Call) -> Reply:
    call.json()
    return _get(call)


def _delete(call: Call) -> Reply:
    _last(call)
    record = job_record(call)
    record["engine"]["uploads"] = []
    call.state.tenant.jobs(call.principal_id).touch(call.names["job"])
    call.state.tenant.table("upload", call.principal_id).discard(call.names["job"])
    return no_content()


def _content(call: Call) -> Reply:
    return Reply(
        200, base64.b64decode(_last(call)["body"]), content_type="application/octet-stream"
    )


def _replace(call: Call) -> Reply:
    record = job_record(call)
    if not TEMPLATES[record["document"]["templateId"]].accepts_uploads:
        raise bad_request("Bulk upload is available for API-driven provisioning jobs only.")
    _stage(call, record)
    return no_content()


_PATH = "R/jobs/{job}/bulkUpload"

OPERATIONS = (
    Operation("POST", _PATH, _upload, permission.UPLOAD, writes=True),
    Operation("GET", _PATH, _get, permission.READ),
    Operation("PATCH", _PATH, _change, permission.UPLOAD, writes=True),
    Operation("DELETE", _PATH, _delete, permission.UPLOAD, writes=True),
    Operation("GET", f"{_PATH}/$value", _content, permission.READ),
    Operation("PUT", f"{_PATH}/$value", _replace, permission.UPLOAD, writes=True),
    Operation("DELETE", f"{_PATH}/$value", _delete, permission.UPLOAD, writes=True),
)
