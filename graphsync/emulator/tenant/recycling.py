"""Deleted users and groups: kept for thirty days, then deleted for good."""

from graphsync.emulator.document import Document, strings
from graphsync.emulator.tenant.people import put_source, remove_source
from graphsync.emulator.tenant.tenant import Tenant
from graphsync.emulator.times import iso

_KEPT = 30 * 86_400.0


def recycle(tenant: Tenant, kind: str, source: Document, now: float) -> None:
    """Put an object among the deleted items: to the engine it is soft-deleted from now on."""
    tenant.table("recycled")[str(source["id"])] = {"kind": kind, "until": now + _KEPT}
    put_source(tenant, kind, {**source, "isSoftDeleted": True, "deletedDateTime": iso(int(now))})


def restore(tenant: Tenant, kind: str, source: Document) -> Document:
    """Take an object out of the deleted items again, and return it."""
    tenant.table("recycled").discard(str(source["id"]))
    restored = {
        name: value
        for name, value in source.items()
        if name not in {"isSoftDeleted", "deletedDateTime"}
    }
    put_source(tenant, kind, restored)
    return restored


def purge(tenant: Tenant, kind: str, object_id: str) -> None:
    """Delete an object for good, and with it its assignments and memberships."""
    tenant.table("recycled").discard(object_id)
    for principal_id in tenant.principals:
        table = tenant.table("assignment", principal_id)
        for key in [key for key, item in table.items() if item["principalId"] == object_id]:
            del table[key]
    for group in list(tenant.groups.values()):
        members = strings(group.get("members"))
        if object_id in members:
            put_source(
                tenant, "group", {**group, "members": [one for one in members if one != object_id]}
            )
    remove_source(tenant, kind, object_id)


def expire(tenant: Tenant, now: float) -> None:
    """Delete for good what has been among the deleted items for thirty days."""
    for key, kept in list(tenant.table("recycled").items()):
        if kept["until"] <= now:
            purge(tenant, str(kept["kind"]), key)
