"""A tenant described in a JSON file, for `--seed`."""

import json
from pathlib import Path

from graphsync.emulator.document import Document, is_object, objects, strings
from graphsync.emulator.gallery.templates import GALLERY, of_application
from graphsync.emulator.switches import Switches
from graphsync.emulator.tenant import people
from graphsync.emulator.tenant.seed import add_application, put_job, put_profile, put_secrets
from graphsync.emulator.tenant.tenant import Tenant
from graphsync.emulator.well_known import NON_GALLERY_TEMPLATE_ID, job_id, steady_id

_KNOWN = frozenset({"tenant", "users", "groups", "applications", "switches"})
_KNOWN_OF_APPLICATION = frozenset(
    {"displayName", "applicationTemplateId", "id", "appId", "servicePrincipalId", "secrets", "jobs", "assigned"}
)


def read(path: Path) -> Document:
    """Read a seed file; raise ValueError saying what is wrong with it."""
    try:
        seed: object = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"{path} is not JSON: {error}") from None
    if not is_object(seed):
        raise ValueError(f"{path} must hold an object with {', '.join(sorted(_KNOWN))}")
    _no_others(seed, _KNOWN, str(path))
    return seed


def plant(tenant: Tenant, seed: Document, switches: Switches, now: float) -> list[tuple[str, str]]:
    """Fill an empty tenant from a seed; return the jobs that are meant to run."""
    profile: object = seed.get("tenant") or {}
    put_profile(tenant, profile if is_object(profile) else {})
    users: object = seed.get("users", 0)
    if isinstance(users, int):
        people.plant(tenant, users)
    for kind, items in (("user", users), ("group", seed.get("groups"))):
        for number, item in enumerate(objects(items)):
            people.put_source(tenant, kind, {"id": steady_id(kind, "seed", number), **item})
    return [pair for item in objects(seed.get("applications")) for pair in _application(tenant, item, switches, now)]


def _application(tenant: Tenant, item: Document, switches: Switches, now: float) -> list[tuple[str, str]]:
    name = item.get("displayName")
    if not isinstance(name, str) or not name:
        raise ValueError("every application of a seed needs a 'displayName'")
    _no_others(item, _KNOWN_OF_APPLICATION, f"application '{name}'")
    gallery_id = str(item.get("applicationTemplateId", NON_GALLERY_TEMPLATE_ID))
    if gallery_id not in GALLERY:
        raise ValueError(f"application '{name}': there is no gallery application '{gallery_id}'")
    ids = tuple(str(item.get(key) or steady_id(key, name)) for key in ("id", "appId", "servicePrincipalId"))
    application_id, app_id, principal_id = ids
    add_application(tenant, name, (application_id, app_id, principal_id), gallery_id, now)
    secrets: object = item.get("secrets") or {}
    if secrets:
        if not is_object(secrets):
            raise ValueError(f"application '{name}': 'secrets' must be an object of strings")
        put_secrets(tenant, principal_id, {key: str(value) for key, value in secrets.items()})
    for number, assigned in enumerate(strings(item.get("assigned"))):
        kind = "Group" if assigned in tenant.groups else "User"
        key = steady_id("assignment", name, number)
        tenant.table("assignment", principal_id)[key] = {
            "id": key,
            "principalId": assigned,
            "principalType": kind,
            "resourceId": principal_id,
            "resourceDisplayName": name,
            "appRoleId": "00000000-0000-0000-0000-000000000000",
        }
    return _jobs(tenant, item, (name, gallery_id, app_id, principal_id), switches)


def _jobs(tenant: Tenant, item: Document, of: tuple[str, str, str, str], switches: Switches) -> list[tuple[str, str]]:
    name, gallery_id, app_id, principal_id = of
    allowed = [template.id for template in of_application(gallery_id)]
    active: list[tuple[str, str]] = []
    for job in objects(item.get("jobs")):
        template_id = str(job.get("templateId"))
        if template_id not in allowed:
            raise ValueError(f"application '{name}': '{template_id}' is none of its templates, {', '.join(allowed)}")
        key = job_id(template_id, app_id, tenant.id)
        put_job(tenant, principal_id, key, switches)
        if job.get("started"):
            active.append((principal_id, key))
    return active


def _no_others(document: Document, known: frozenset[str], place: str) -> None:
    others = sorted(set(document) - known)
    if others:
        raise ValueError(f"{place}: '{others[0]}' means nothing here; known are {', '.join(sorted(known))}")
