"""Whether a job can run: the credentials it has stored, what the target makes of them, its
roles.
"""

from collections.abc import Mapping
from urllib.parse import urlsplit

from graphsync.emulator.document import Document
from graphsync.emulator.engine.assigned import repeated_role
from graphsync.emulator.engine.quarantine import Cause
from graphsync.emulator.engine.workshop import Workshop
from graphsync.emulator.gallery.templates import TEMPLATES
from graphsync.emulator.targets.dialect import is_group
from graphsync.emulator.targets.reach import Reach
from graphsync.emulator.targets.remote import RemoteTarget
from graphsync.emulator.tenant.secrets import notification_settings, secrets
from graphsync.emulator.tenant.tenant import Tenant

_PREFIX = "SystemForCrossDomainIdentityManagement"


# An endpoint that is busy is asked again, object by object; the others end the run.
_PASSING = frozenset({"InternalServerError", "NotImplemented", "Timeout", "TooManyRequests"})


def problem(tenant: Tenant, workshop: Workshop, principal_id: str, job: Document) -> Cause | None:
    """Return what would stop a run of a job; None when nothing would.

    An endpoint is asked, as the service asks it at the start of each run.
    """
    template_id = str(job["templateId"])
    if TEMPLATES[template_id].accepts_uploads:
        if notification_settings(tenant, principal_id).get("Recipients"):
            return None
        message = "Set a notification e-mail address before an API-driven job is started."
        return Cause("NotificationEmailMissing", message, "IngestionInterrupted")
    pairs = secrets(tenant, principal_id)
    found = _missing(template_id, pairs)
    if not found and workshop.reach.allows(pairs.get("BaseAddress", "")):
        found = _refusal(workshop, principal_id, job)
    elif not found:
        found = check(tenant, workshop.reach, principal_id, template_id, pairs)
    if found:
        return Cause(*found)
    role = repeated_role(tenant, principal_id)
    if role:
        message = f"The application declares the role '{role}' more than once; remove one of them."
        return Cause("DuplicateRoles", message)
    return None


def _refusal(workshop: Workshop, principal_id: str, job: Document) -> tuple[str, str] | None:
    target = workshop.target(principal_id, job)
    if not isinstance(target, RemoteTarget):
        return None
    groups = any(is_group(item.target) for item in workshop.plan(principal_id, job).objects)
    error = target.test(groups=groups)
    return (error.code, str(error)) if error and error.code not in _PASSING else None


def check(
    tenant: Tenant, reach: Reach, principal_id: str, template_id: str, pairs: Mapping[str, str]
) -> tuple[str, str] | None:
    """Try credentials on the target of a principal; return code and message of the refusal."""
    if not TEMPLATES[template_id].needs_credentials:
        return None
    missing = _missing(template_id, pairs)
    if missing:
        return missing
    if reach.allows(pairs["BaseAddress"]):
        return reach.probe(pairs, groups=True)
    target: Document = tenant.table("target").get(principal_id, {})
    if not target.get("available", True) or not _can_be_reached(pairs["BaseAddress"]):
        return (
            f"{_PREFIX}CredentialValidationUnavailable",
            "The target does not answer as a SCIM endpoint does.",
        )
    accepted = target.get("acceptedToken")
    if accepted is not None and accepted != pairs["SecretToken"]:
        return (
            f"{_PREFIX}InvalidCredentials",
            "The target refused the credentials. Check the address and the token.",
        )
    return None


def _missing(template_id: str, pairs: Mapping[str, str]) -> tuple[str, str] | None:
    missing = [key for key in ("BaseAddress", "SecretToken") if not pairs.get(key)]
    if not TEMPLATES[template_id].needs_credentials or not missing:
        return None
    return "CredentialsMissing", f"No credentials are stored: {' and '.join(missing)} must be set."


def _can_be_reached(address: str) -> bool:
    """Return whether an address may lead to a SCIM endpoint: an absolute one, with a host that
    can exist.
    """
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        return False
    # No name below .invalid exists, by the rules of the domain name system.
    return parts.scheme in {"http", "https"} and bool(host) and not host.endswith(".invalid")
