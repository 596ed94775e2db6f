"""Which of several causes a refusal without a reason has.

The service answers 401 with an empty message where a permission is missing, where an id is wrong
and where a service principal is not replicated yet.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import unquote

from graphsync._core.request.ids import JOB_ID, is_guid
from graphsync._core.response.advice import Advice
from graphsync._core.response.evidence import Evidence
from graphsync._core.response.permissions import permissions_for
from graphsync.errors import Cause

_OWNER = re.compile(r"/(?P<kind>servicePrincipals|applications)/(?P<id>[^/?]+)/synchronization")
_BY_APP_ID = re.compile(r"/(?P<kind>servicePrincipals|applications)\(appId=[^/?]*/synchronization")

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
_KNOWN_KINDS: Mapping[str, str] = {
    "applicationTemplates id": "the gallery's id of the application template",
    "applications appId": "an application (client) id",
    "applications id": "the object id of the application (app registration)",
    "servicePrincipals appId": "an application (client) id",
    "servicePrincipals id": "the object id of the service principal (enterprise application)",
}
_REPLICATING = "with_options(consistency=60) waits until it is."
_WITHOUT_A_WORD = "This API answers 401 without a word in several cases: "
_CASES: Mapping[Cause, str] = {
    "permission missing": "the token lacks the permission",
    "wrong id": "the id in the path is of another kind, or of nothing in this tenant",
    "not the owner": "the token is for what its application owns, and it does not own this one",
    "not replicated": (
        "the service principal was created moments ago and is not replicated yet"
        " (with_options(consistency=60) waits for that)"
    ),
}
_ROLES = (
    "The signed-in user also needs the role Application Administrator, Cloud Application"
    " Administrator or (cloud sync) Hybrid Identity Administrator, or to be an owner of the"
    " application."
)


def opaque(path: str, evidence: Evidence) -> Advice:
    """Return the cause of a 401 without a message, or all that are possible."""
    granted = evidence.granted
    if granted.lacking:
        return Advice.of("permission missing", granted.lacking)
    if granted.lacks_role:
        return Advice.of("role missing", f"The token holds the permission. {_ROLES}")
    if wrong := wrong_id(path, evidence):
        return wrong
    if evidence.deleted:
        return Advice.of("deleted", "This client deleted it; jobs and settings went with it.")
    if evidence.is_new:
        return _not_replicated(evidence)
    if evidence.has_answered:
        return _answered_before(path, evidence)
    if evidence.known_as:
        return _exists(path, evidence)
    if evidence.is_permitted:
        return Advice.of(
            "wrong id",
            f"The permission suffices, and this client has not created it: {about_id(path)} One"
            " that another program created moments ago looks the same until it is replicated:"
            f" {_REPLICATING}",
        )
    return _several(path, evidence)


def denied(path: str, method: str, evidence: Evidence) -> Advice:
    """Return the cause of a 403."""
    granted = evidence.granted
    if granted.lacking:
        return Advice.of("permission missing", granted.lacking)
    if granted.lacks_role:
        return Advice.of("role missing", f"The token holds the permission. {_ROLES}")
    if granted.is_for_owners and "/synchronization" in path:
        return _not_the_owner()
    if granted.is_enough and evidence.is_new:
        return _not_replicated(evidence)
    return Advice.of("permission missing", _permission(method, path))


def wrong_id(path: str, evidence: Evidence) -> Advice | None:
    """Say what the id in the path is where it is visibly of another kind than the path wants."""
    owner = _OWNER.search(path)
    if owner is None:
        return None
    known = evidence.known_as
    if not known and not is_guid(unquote(owner["id"])):
        return Advice.of("wrong id", about_id(path) or "")
    if known and known != f"{owner['kind']} id":
        return Advice.of(
            "wrong id",
            f"{unquote(owner['id'])!r} is {_KNOWN_KINDS[known]}, as an earlier answer showed."
            f" {_ID_KINDS[owner['kind']]}",
        )
    return None


def about_id(path: str) -> str | None:
    """Explain which id belongs in the path, and what is visibly wrong with the one there."""
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


def _not_replicated(evidence: Evidence) -> Advice:
    return Advice.of(
        "not replicated",
        f"This client created it {evidence.created or 0:.0f} s ago, and the synchronization"
        f" service does not have it yet: {_REPLICATING}",
    )


def _not_the_owner() -> Advice:
    return Advice.of(
        "not the owner",
        "The token holds a permission only for what its application owns (.OwnedBy), and it does"
        " not own this one: add its service principal as an owner, or use"
        " Synchronization.ReadWrite.All.",
    )


def _answered_before(path: str, evidence: Evidence) -> Advice:
    # The id is right, since it answered this client before.
    if evidence.is_permitted:
        return Advice.of(
            "deleted",
            "It answered this client before: since then it was deleted, or the permission was"
            " taken away.",
        )
    return Advice.of("permission missing", _permission("POST", path))


def _exists(path: str, evidence: Evidence) -> Advice:
    if evidence.granted.is_for_owners:
        return _not_the_owner()
    if evidence.is_permitted:
        return Advice.of(
            "not replicated",
            "The directory has it, and the synchronization service does not have it yet:"
            f" {_REPLICATING}",
        )
    return Advice(
        ("permission missing", "not replicated"),
        _cases(("permission missing", "not replicated"), path),
    )


def _several(path: str, evidence: Evidence) -> Advice:
    causes: tuple[Cause, ...] = (
        ("wrong id", "not the owner", "not replicated")
        if evidence.granted.is_for_owners
        else ("wrong id", "permission missing", "not replicated")
    )
    return Advice(causes, " ".join(filter(None, (about_id(path), _cases(causes, path)))))


def _cases(causes: tuple[Cause, ...], path: str) -> str:
    said = f"{_WITHOUT_A_WORD}{'; or '.join(_CASES[cause] for cause in causes)}."
    if "permission missing" in causes and "/synchronization" in path:
        said += (
            " Reading needs Synchronization.Read.All, writing Synchronization.ReadWrite.All or, as"
            f" an application, Application.ReadWrite.OwnedBy. {_ROLES}"
        )
    return said


def _permission(method: str, path: str) -> str:
    if path.endswith("/bulkUpload"):
        return (
            "Uploading needs the permission SynchronizationData-User.Upload or, as the owning"
            " application, SynchronizationData-User.Upload.OwnedBy."
        )
    wanted = permissions_for(method, path)
    if not wanted:
        return "The token lacks a permission that this call needs."
    extra = ", and a tenant with Entra ID P1" if path.endswith("/auditLogs/provisioning") else ""
    return (
        f"The token lacks a permission that this call needs: {' or '.join(wanted)}{extra}; an"
        " administrator grants it."
    )
