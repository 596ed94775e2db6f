"""What to do about the known traps of this API."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import unquote

from graphsync._core.request.ids import JOB_ID, is_guid

_OWNER = re.compile(r"/(?P<kind>servicePrincipals|applications)/(?P<id>[^/?]+)/synchronization")
_BY_APP_ID = re.compile(r"/(?P<kind>servicePrincipals|applications)\(appId=[^/?]*/synchronization")
_JOB = re.compile(r"/synchronization/jobs/(?P<id>[^/?]+)")

_ID_KINDS: Mapping[str, str] = {
    "servicePrincipals": (
        "The id in the path is the object id of the service principal (in the portal: the"
        " enterprise application), not the application (client) id, the application's object id or"
        " the gallery template's id; service_principals.by_app_id(...) takes the application"
        " (client) id, find(display_name=...) looks a name up."
    ),
    "applications": (
        "The id in the path is the object id of the application (in the portal: the app"
        " registration), not its application (client) id or the service principal's object id;"
        " applications.by_app_id(...) takes the application (client) id, find(display_name=...)"
        " looks a name up."
    ),
}
_APP_ID_KINDS: Mapping[str, str] = {
    "servicePrincipals": (
        "The id in the path is taken for an application (client) id that a service principal of"
        " this tenant has; service_principals[...] takes the object id, find(display_name=...)"
        " looks a name up."
    ),
    "applications": (
        "The id in the path is taken for the application (client) id of an application of this"
        " tenant; applications[...] takes the object id, find(display_name=...) looks a name up."
    ),
}
_OPAQUE_401 = (
    "This API answers 401 without a word in three cases: the service principal does not exist, or"
    " was created moments ago and is not replicated yet (with_options(consistency=60) waits for"
    " that); the id is of another kind; or the token lacks the permission. Reading needs"
    " Synchronization.Read.All, writing Synchronization.ReadWrite.All or, as an application,"
    " Application.ReadWrite.OwnedBy; a signed-in user also needs the role Application"
    " Administrator, Cloud Application Administrator or (cloud sync) Hybrid Identity Administrator."
)
_BY_CODE: Mapping[str, str] = {
    "InvalidAuthenticationToken": (
        "The token is missing, expired, or made for another audience or cloud; check the clock,"
        " cloud= and scope=."
    ),
    "InvalidNotificationSettings": (
        "SyncNotificationSettings is JSON as text and cannot be emptied with ''; clear it with"
        " '{}', which secrets.clear('SyncNotificationSettings') does."
    ),
    "CredentialsMissing": (
        "The service has no credentials for the target application; save them with"
        " secrets.update({...}) first."
    ),
}
_NO_ROUTE = (
    "The service has no such verb here, whatever the metadata says: schemas are written with PUT"
    " (schema.replace()), and a job's settings cannot be patched."
)


def hint(
    status: int, code: str, message: str, method: str, path: str, headers: Mapping[str, str]
) -> str | None:
    """Return what a colleague would advise for an error, or None where nothing is known."""
    if 300 <= status < 400:
        return (
            "Redirects are not followed. Set endpoint= to the address that answers; it named"
            f" {_host(headers)}."
        )
    if code == "Authorization_RequestDenied":
        return _denied(path)
    if known := _BY_CODE.get(code):
        return known
    if code == "RequestParameterInvalid":
        return (
            "The job does not have that rule; take the id from schema.synchronization_rules of this"
            " very job."
            if path.endswith("/provisionOnDemand")
            else (
                "One of the values does not belong to this service principal; templates.list()"
                " shows its template ids."
            )
        )
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
        return " ".join(filter(None, (_about_id(path), None if message else _OPAQUE_401))) or None
    if status == 403:
        return _denied(path)
    if status == 404:
        return _not_found(message, method, path)
    if status == 409 and method == "DELETE" and "/objectConnections" in path:
        return _ACTIVE
    return _BY_STATUS.get(status, _TRANSIENT if status >= 500 else None)


# How creating a job fails where the principal has no such template: without a word about why.
_UNTOLD = frozenset({400, 403, 500})
_NO_CODES = frozenset({"", "UnknownError"})
_NO_TEMPLATE = (
    "The service does not say why. Most often the service principal has no such template:"
    " templates.list() shows those it has. One that was not made from a gallery application has"
    " none; make one from the gallery, and a job for that. The lack of a permission"
    " (Synchronization.ReadWrite.All) may look alike."
)
_PERMISSION = (
    "The token lacks a permission that this call needs: Synchronization.ReadWrite.All (reading:"
    " Synchronization.Read.All), granted by an administrator; find(...) also needs"
    " Application.Read.All."
)
# Where it is another permission, by a part of the path.
_PERMISSIONS: Mapping[str, str] = {
    "/bulkUpload": (
        "Uploading needs the permission SynchronizationData-User.Upload or, as the owning"
        " application, SynchronizationData-User.Upload.OwnedBy."
    ),
    "/auditLogs/provisioning": (
        "Reading the provisioning logs needs the permission ProvisioningLog.Read.All or"
        " AuditLog.Read.All, and a tenant with Entra ID P1."
    ),
    "/applicationTemplates/": (
        "Adding an application of the gallery needs the permission Application.ReadWrite.OwnedBy"
        " (as an application) or Application.ReadWrite.All."
    ),
}
_NOT_IN_GALLERY = (
    "The gallery has no application with this id, which is neither a name nor the id of a"
    " synchronization template; "
    """application_templates.filter("displayName eq '...'").first() looks a name up."""
)
_ACTIVE = (
    "An object connection is deleted only while the job does not run: job.pause(), wait until"
    " job.get() shows the state Paused, and delete it again; job.start() afterwards matches the"
    " object anew."
)
_TRANSIENT = (
    "The service failed; operations that may be repeated were repeated already. Quote the"
    " request-id to support."
)
_BY_STATUS: Mapping[int, str] = {
    406: (
        "A value is not one the service knows; enumeration values are case-sensitive, such as"
        " Always and FlowWhenChanged."
    ),
    409: (
        "It exists already, or another change is still being worked on: soon after a create or a"
        " schema change this passes (with_options(consistency=60) waits for that). One service"
        " principal has one job for each template."
    ),
    424: "Another item of the batch that this one depends on failed; its own error says why.",
    429: (
        "Too many requests. retry_after says how long to wait; a larger total timeout lets the"
        " client wait itself."
    ),
}


def _denied(path: str) -> str:
    return next(
        (permission for part, permission in _PERMISSIONS.items() if part in path), _PERMISSION
    )


def _bad_request(code: str, message: str, path: str) -> str | None:
    if "Empty Payload" in message:
        return (
            'The service saw no body it could use; secrets are sent as {"value": [{"key": ...,'
            ' "value": ...}]}.'
        )
    if path.endswith("/bulkUpload") or "Invalid Data Format" in f"{code} {message}":
        return (
            "An upload is a SCIM BulkRequest sent as application/scim+json: at most 50 operations,"
            " each a POST to /Users with a unique bulkId and an externalId, and the job must be"
            " API-driven (templates API2AAD, API2AD)."
        )
    if path.endswith("/validateCredentials"):
        return "The target application refused the credentials, or one that it needs is missing."
    return None


def _not_found(message: str, method: str, path: str) -> str | None:
    if "No HTTP resource was found" in message or method == "PATCH":
        return _NO_ROUTE
    if "/applicationTemplates/" in path:
        return _NOT_IN_GALLERY
    job = _JOB.search(path)
    if job and not JOB_ID.fullmatch(job["id"]) and is_guid(job["id"]):
        return (
            "A job's id is not a GUID: it reads <template>.<tenant>.<guid>, as jobs.list() shows. "
            "A job that was created moments ago may also not be visible yet."
        )
    if job:
        return (
            "No such job on this service principal; jobs.list() shows its jobs. One that was"
            " created moments ago may not be visible yet: with_options(consistency=60) waits"
            " for it."
        )
    return _about_id(path)


def _about_id(path: str) -> str | None:
    """Explain which id belongs in the path, and what is visibly wrong with the one that is
    there.
    """
    if by_app_id := _BY_APP_ID.search(path):
        return _APP_ID_KINDS[by_app_id["kind"]]
    owner = _OWNER.search(path)
    if owner is None:
        return None
    id, kinds = unquote(owner["id"]), _ID_KINDS[owner["kind"]]
    if is_guid(id):
        return kinds
    if JOB_ID.fullmatch(id):
        return f"{id!r} is the id of a job; the object id of its service principal belongs there."
    return f"{id!r} is not an object id; object ids are GUIDs. {kinds}"


def _host(headers: Mapping[str, str]) -> str:
    return headers.get("location", "no other address")[:100].split("?", 1)[0]
