"""A tenant described in a JSON file, for `--seed`."""

import difflib
import json
from pathlib import Path

from graphsync.emulator.document import Document, is_array, is_object, objects, strings
from graphsync.emulator.gallery.templates import GALLERY, of_application
from graphsync.emulator.switches import Switches
from graphsync.emulator.tenant import people
from graphsync.emulator.tenant.near_names import check_source
from graphsync.emulator.tenant.owners import put_owners
from graphsync.emulator.tenant.secret_keys import KEYS
from graphsync.emulator.tenant.seed import add_application, put_job, put_profile, put_secrets
from graphsync.emulator.tenant.tenant import Tenant
from graphsync.emulator.well_known import DEFAULT_ROLE, NON_GALLERY_TEMPLATE_ID, job_id, steady_id

_KNOWN = frozenset({"tenant", "users", "groups", "applications", "switches"})
_KNOWN_OF_TENANT = frozenset({"id", "displayName", "defaultDomain"})
_KNOWN_OF_JOB = frozenset({"templateId", "started"})
_KNOWN_OF_ROLE = frozenset({"id", "value", "displayName"})
_KNOWN_OF_APPLICATION = frozenset(
    {
        "displayName",
        "applicationTemplateId",
        "id",
        "appId",
        "servicePrincipalId",
        "secrets",
        "jobs",
        "appRoles",
        "assigned",
        "owners",
        "accounts",
    }
)


def read(path: Path) -> Document:
    """Read a seed file; raise ValueError saying what is wrong with it."""
    try:
        seed: object = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"{path} is not JSON: {error}") from None
    if not is_object(seed):
        raise ValueError(f"{path} must hold an object with {', '.join(sorted(_KNOWN))}")
    return seed


def plant(tenant: Tenant, seed: Document, switches: Switches, now: float) -> list[tuple[str, str]]:
    """Fill an empty tenant from a seed; return the jobs that are meant to run.

    Raise ValueError naming the first thing in it that means nothing.
    """
    _no_others(seed, _KNOWN, "the seed")
    profile = _object(seed, "tenant", "the seed")
    _no_others(profile, _KNOWN_OF_TENANT, "the seed's 'tenant'")
    put_profile(tenant, profile)
    users: object = seed.get("users", 0)
    if isinstance(users, int) and not isinstance(users, bool):
        people.plant(tenant, users)
    else:
        _people(tenant, "user", _list(seed, "users", "the seed"))
    _people(tenant, "group", _list(seed, "groups", "the seed"))
    applications = _list(seed, "applications", "the seed")
    return [pair for item in applications for pair in _application(tenant, item, switches, now)]


def accounts(seed: Document) -> list[tuple[str, Document]]:
    """Return the accounts that a seed puts into targets, each with its principal's id."""
    return [
        (_ids(item)[2], account)
        for item in _list(seed, "applications", "the seed")
        for account in _list(item, "accounts", f"application '{item['displayName']}'")
    ]


def _people(tenant: Tenant, kind: str, items: list[Document]) -> None:
    for number, item in enumerate(items):
        try:
            check_source(kind, item)
        except ValueError as error:
            raise ValueError(f"the seed: {kind}s[{number}]: {error}") from None
        people.put_source(tenant, kind, {"id": steady_id(kind, "seed", number), **item})


def _ids(item: Document) -> tuple[str, str, str]:
    name = item["displayName"]
    application_id, app_id, principal_id = (
        str(item.get(key) or steady_id(key, name)) for key in ("id", "appId", "servicePrincipalId")
    )
    return application_id, app_id, principal_id


def _application(
    tenant: Tenant, item: Document, switches: Switches, now: float
) -> list[tuple[str, str]]:
    name = item.get("displayName")
    if not isinstance(name, str) or not name:
        raise ValueError("every application of a seed needs a 'displayName'")
    _no_others(item, _KNOWN_OF_APPLICATION, f"application '{name}'")
    gallery_id = str(item.get("applicationTemplateId", NON_GALLERY_TEMPLATE_ID))
    if gallery_id not in GALLERY:
        raise ValueError(f"application '{name}': there is no gallery application '{gallery_id}'")
    _, app_id, principal_id = ids = _ids(item)
    add_application(tenant, name, ids, gallery_id, now)
    secrets = _object(item, "secrets", f"application '{name}'")
    _no_others(secrets, KEYS, f"application '{name}': 'secrets'")
    if secrets:
        put_secrets(tenant, principal_id, {key: str(value) for key, value in secrets.items()})
    if "owners" in item:
        put_owners(tenant, principal_id, strings(item["owners"]))
    roles = _roles(tenant, name, principal_id, item)
    entries: object = item.get("assigned")
    for number, entry in enumerate(entries if is_array(entries) else []):
        _assign(tenant, name, principal_id, number, entry, roles)
    return _jobs(tenant, item, (name, gallery_id, app_id, principal_id), switches, now)


def _roles(tenant: Tenant, name: str, principal_id: str, item: Document) -> dict[str, str]:
    """Store the app roles of an application; return their ids by value."""
    found: dict[str, str] = {}
    place = f"application '{name}'"
    for role in _list(item, "appRoles", place):
        _no_others(role, _KNOWN_OF_ROLE, f"{place}: a role")
        value = role.get("value")
        if not isinstance(value, str) or not value:
            raise ValueError(f"{place}: every role needs a 'value'")
        key = str(role.get("id") or steady_id("role", name, value, len(found)))
        tenant.table("appRole", principal_id)[key] = {"displayName": value, **role, "id": key}
        found[value] = key
    return found


def _assign(
    tenant: Tenant,
    name: str,
    principal_id: str,
    number: int,
    entry: object,
    roles: dict[str, str],
) -> None:
    """Assign a person or a group: an id, or an object with `id` and the value of an `appRole`."""
    place = f"application '{name}'"
    given: Document = entry if is_object(entry) else {"id": entry}
    _no_others(given, frozenset({"id", "appRole"}), f"{place}: 'assigned'")
    assigned, role = str(given.get("id")), given.get("appRole")
    if assigned not in tenant.groups and assigned not in tenant.users:
        raise ValueError(f"{place}: there is no user or group '{assigned}'")
    if role is not None and role not in roles:
        known = ", ".join(roles) or "none"
        raise ValueError(f"{place}: there is no role '{role}'; its 'appRoles': {known}")
    key = steady_id("assignment", name, number)
    tenant.table("assignment", principal_id)[key] = {
        "id": key,
        "principalId": assigned,
        "principalType": "Group" if assigned in tenant.groups else "User",
        "resourceId": principal_id,
        "resourceDisplayName": name,
        "appRoleId": DEFAULT_ROLE if role is None else roles[str(role)],
    }


def _jobs(
    tenant: Tenant, item: Document, of: tuple[str, str, str, str], switches: Switches, now: float
) -> list[tuple[str, str]]:
    name, gallery_id, app_id, principal_id = of
    allowed = [template.id for template in of_application(gallery_id)]
    active: list[tuple[str, str]] = []
    for job in _list(item, "jobs", f"application '{name}'"):
        _no_others(job, _KNOWN_OF_JOB, f"application '{name}': a job")
        template_id = str(job.get("templateId"))
        if template_id not in allowed:
            raise ValueError(
                f"application '{name}': '{template_id}' is not one of its templates,"
                f" {', '.join(allowed)}"
            )
        key = job_id(template_id, app_id, tenant.id)
        put_job(tenant, principal_id, key, switches, now)
        if job.get("started"):
            active.append((principal_id, key))
    return active


def _no_others(document: Document, known: frozenset[str], place: str) -> None:
    others = sorted(set(document) - known)
    if others:
        near = difflib.get_close_matches(others[0], known, n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"known are {', '.join(sorted(known))}"
        raise ValueError(f"{place}: '{others[0]}' is not a known member; {hint}")


def _object(document: Document, name: str, place: str) -> Document:
    value: object = document.get(name)
    if value is None or is_object(value):
        return value or {}
    raise ValueError(f"{place}: '{name}' must be an object, not {type(value).__name__}")


def _list(document: Document, name: str, place: str) -> list[Document]:
    value: object = document.get(name)
    if value is None or (is_array(value) and len(objects(value)) == len(value)):
        return objects(value)
    raise ValueError(f"{place}: '{name}' must be a list of objects")
