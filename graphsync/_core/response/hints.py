"""What to do about the known traps of this API."""

from __future__ import annotations

import re
from collections.abc import Mapping

from graphsync._core.request.ids import JOB_ID, is_guid
from graphsync._core.response.advice import Advice
from graphsync._core.response.evidence import RECENT, Evidence
from graphsync._core.response.refusals import about_id, denied, opaque, wrong_id

_JOB = re.compile(r"/synchronization/jobs/(?P<id>[^/?]+)")

_BY_CODE: Mapping[str, Advice] = {
    "InvalidAuthenticationToken": Advice.of(
        "token rejected",
        "The token is missing, expired, or made for another audience or cloud; check the clock,"
        " cloud= and scope=.",
    ),
    "InvalidNotificationSettings": Advice.of(
        "bad value",
        "SyncNotificationSettings is JSON as text and cannot be emptied with ''; clear it with"
        " '{}', which secrets.clear('SyncNotificationSettings') does.",
    ),
    "CredentialsMissing": Advice.of(
        "credentials missing",
        "The service has no credentials for the target application; save them with"
        " secrets.update({...}) first.",
    ),
}
# How creating a job fails where the principal has no such template: without a word about why.
_UNTOLD = frozenset({400, 403, 500})
_NO_CODES = frozenset({"", "UnknownError"})
_NO_TEMPLATE = Advice.of(
    "no such template",
    "The service does not say why. Most often the service principal has no such template:"
    " templates.list() shows those it has. One that was not made from a gallery application has"
    " none; make one from the gallery, and a job for that. The lack of a permission"
    " (Synchronization.ReadWrite.All) may look alike.",
)
_NO_ROUTE = Advice.of(
    "not supported",
    "The service has no such verb here, whatever the metadata says: schemas are written with PUT"
    " (schema.replace()), and a job's settings cannot be patched.",
)
_NOT_IN_GALLERY = Advice.of(
    "wrong id",
    "The gallery has no application with this id, which is neither a name nor the id of a"
    " synchronization template; "
    """application_templates.filter("displayName eq '...'").first() looks a name up.""",
)
_RUNNING = Advice.of(
    "job running",
    "An object connection is deleted only while the job does not run: job.pause(), wait until"
    " job.get() shows the state Paused, and delete it again; job.start() afterwards matches the"
    " object anew.",
)
_FAILURE = Advice.of(
    "service failure",
    "The service failed; operations that may be repeated were repeated already. Quote the"
    " request-id to support.",
)
_EXISTS = Advice.of(
    "exists already",
    "It exists already. One service principal has one job for each template; jobs.list() shows it.",
)
_BY_STATUS: Mapping[int, Advice] = {
    405: Advice.of("not supported"),
    406: Advice.of(
        "bad value",
        "A value is not one the service knows; enumeration values are case-sensitive, such as"
        " Always and FlowWhenChanged.",
    ),
    412: Advice.of("version changed"),
    424: Advice.of(
        "dependency failed",
        "Another item of the batch that this one depends on failed; its own error says why.",
    ),
    429: Advice.of(
        "rate limit",
        "Too many requests. retry_after says how long to wait; a larger total timeout lets the"
        " client wait itself.",
    ),
}


def advise(
    status: int,
    code: str,
    message: str,
    method: str,
    path: str,
    headers: Mapping[str, str],
    evidence: Evidence,
) -> Advice:
    """Return what a colleague would say about an error; empty where nothing is known."""
    if 300 <= status < 400:
        return Advice.of(
            "wrong address",
            "Redirects are not followed. Set endpoint= to the address that answers; it named"
            f" {_host(headers)}.",
        )
    if code == "Authorization_RequestDenied":
        return denied(path, method, evidence)
    if known := _BY_CODE.get(code):
        return known
    if code == "RequestParameterInvalid":
        return _bad_parameter(path)
    if (
        status in _UNTOLD
        and code in _NO_CODES
        and method == "POST"
        and path.endswith("/synchronization/jobs")
    ):
        return _NO_TEMPLATE
    if status == 400:
        return _bad_request(code, message, path)
    if status == 401:
        return _unauthorized(message, method, path, evidence)
    if status == 403:
        return denied(path, method, evidence)
    if status == 404:
        return _not_found(message, method, path, evidence)
    if status == 409:
        return _conflict(message, method, path, evidence)
    return _BY_STATUS.get(status, _FAILURE if status >= 500 else Advice())


def _bad_parameter(path: str) -> Advice:
    if path.endswith("/provisionOnDemand"):
        return Advice.of(
            "wrong id",
            "The job does not have that rule; take the id from schema.synchronization_rules of"
            " this very job.",
        )
    if path.endswith("/synchronization/jobs"):
        return Advice.of(
            "no such template",
            "One of the values does not belong to this service principal; templates.list() shows"
            " its template ids.",
        )
    return Advice.of(
        "bad value",
        "One of the values does not belong to this service principal; templates.list() shows its"
        " template ids.",
    )


def _bad_request(code: str, message: str, path: str) -> Advice:
    if "Empty Payload" in message:
        return Advice.of(
            "bad value",
            'The service saw no body it could use; secrets are sent as {"value": [{"key": ...,'
            ' "value": ...}]}.',
        )
    if path.endswith("/bulkUpload") or "Invalid Data Format" in f"{code} {message}":
        return Advice.of(
            "bad value",
            "An upload is a SCIM BulkRequest sent as application/scim+json: at most 50 operations,"
            " each a POST to /Users with a unique bulkId and an externalId, and the job must be"
            " API-driven (templates API2AAD, API2AD).",
        )
    if path.endswith("/validateCredentials"):
        return Advice.of(
            "credentials refused",
            "The target application refused the credentials, or one that it needs is missing.",
        )
    return Advice.of("bad value")


def _unauthorized(message: str, method: str, path: str, evidence: Evidence) -> Advice:
    if "/synchronization" not in path:
        return Advice() if message else denied(path, method, evidence)
    if not message:
        return opaque(path, evidence)
    known = wrong_id(path, evidence)
    return known or Advice((), about_id(path) or "")


def _not_found(message: str, method: str, path: str, evidence: Evidence) -> Advice:
    if "No HTTP resource was found" in message or method == "PATCH":
        return _NO_ROUTE
    if "/applicationTemplates/" in path:
        return _NOT_IN_GALLERY
    job = _JOB.search(path)
    if job:
        return _no_job(job["id"], evidence)
    return Advice.of("wrong id", about_id(path) or "")


def _no_job(job_id: str, evidence: Evidence) -> Advice:
    if not JOB_ID.fullmatch(job_id) and is_guid(job_id):
        return Advice.of(
            "wrong id",
            "A job's id is not a GUID: it reads <template>.<tenant>.<guid>, as jobs.list() shows. "
            "A job that was created moments ago may also not be visible yet.",
        )
    if evidence.job_deleted:
        return Advice.of("deleted", "This client deleted the job.")
    if evidence.is_new_job:
        return Advice.of(
            "not replicated",
            f"This client created the job {evidence.job_created or 0:.0f} s ago, and it is not"
            " visible yet: with_options(consistency=60) waits for it.",
        )
    return Advice.of(
        "wrong id",
        "No such job on this service principal; jobs.list() shows its jobs. One that was"
        " created moments ago may not be visible yet: with_options(consistency=60) waits"
        " for it.",
    )


def _conflict(message: str, method: str, path: str, evidence: Evidence) -> Advice:
    if method == "DELETE" and "/objectConnections" in path:
        return _RUNNING
    if "exists" in message:
        return _EXISTS
    if "running already" in message:
        return Advice.of("job running", "The job runs already; there is nothing to start.")
    if path.endswith("/synchronization/jobs"):
        # The same answer for a second job of a template and for a principal that is new.
        return _being_changed(evidence) if evidence.is_new else _EXISTS
    if "/synchronization" in path or "another change" in message.casefold():
        return _being_changed(evidence)
    return Advice(
        ("exists already", "being changed"),
        "It exists already, or another change is still being worked on.",
    )


def _being_changed(evidence: Evidence) -> Advice:
    changed = evidence.changed
    ago = f" (this client's own, {changed:.0f} s ago)" if changed and changed < RECENT else ""
    return Advice.of(
        "being changed",
        f"Another change{ago} is still being worked on, as it is soon after a create or a schema"
        " change: with_options(consistency=60) waits for that.",
    )


def _host(headers: Mapping[str, str]) -> str:
    return headers.get("location", "no other address")[:100].split("?", 1)[0]
