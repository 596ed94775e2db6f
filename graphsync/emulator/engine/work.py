"""Which objects a cycle looks at."""

from collections.abc import Iterable

from graphsync.emulator.document import Document, objects
from graphsync.emulator.engine.cycle import Item
from graphsync.emulator.gallery.templates import TEMPLATES
from graphsync.emulator.switches import Switches
from graphsync.emulator.targets.resource import flatten
from graphsync.emulator.tenant.tenant import Tenant
from graphsync.mapping.schema import Plan


def work(
    tenant: Tenant, switches: Switches, principal_id: str, record: Document, plan: Plan, now: float
) -> list[Item]:
    """Return every object for an initial cycle.

    For an incremental one: what changed, failures that are due again, held-back removals, and
    objects whose link was deleted.
    """
    job, state = record["document"], record["engine"]
    if TEMPLATES[job["templateId"]].accepts_uploads:
        changed = _take_uploads(tenant, principal_id, objects(state["uploads"]))
        everything = list(tenant.table("inbound", principal_id))
        again = [*_due_again(tenant, job["id"], now), *map(str, state.get("unlinked", ()))]
        ids = everything if state["initial"] else list(dict.fromkeys([*changed, *again]))
        return [(item, object_id) for item in plan.objects[:1] for object_id in ids]
    if state["initial"] or state["watermark"] is None:
        return _all(tenant, job["id"], plan)
    kinds = dict(_changed(tenant, int(state["watermark"])))
    again = [*_due_again(tenant, job["id"], now), *map(str, state["staged"])]
    again += map(str, state.get("unlinked", ()))
    if switches.late_references == "next cycle":
        again += map(str, state["references"])
    for object_id in again:
        kinds.setdefault(object_id, "group" if object_id in tenant.groups else "user")
    return [
        (item, object_id)
        for item in plan.objects
        for object_id, kind in kinds.items()
        if item.kind == kind
    ]


def _all(tenant: Tenant, job_id: str, plan: Plan) -> list[Item]:
    links = tenant.table("link", job_id)
    found: list[Item] = []
    for item in plan.objects:
        table = tenant.table(item.kind)
        found += [(item, object_id) for object_id in table]
        flow = f"{item.source} to {item.target}"
        found += [
            (item, object_id)
            for object_id, link in links.items()
            if link["type"] == flow and object_id not in table
        ]
    return found


def _changed(tenant: Tenant, watermark: int) -> Iterable[tuple[str, str]]:
    return ((object_id, kind) for kind, object_id in tenant.changed_since(watermark))


def _due_again(tenant: Tenant, job_id: str, now: float) -> list[str]:
    return [
        object_id
        for object_id, escrow in tenant.table("escrow", job_id).items()
        if escrow["next"] <= now
    ]


def _take_uploads(tenant: Tenant, principal_id: str, uploads: list[Document]) -> list[str]:
    """Merge staged uploads into what is known of each person.

    A partial upload leaves the rest as it was.
    """
    table = tenant.table("inbound", principal_id)
    changed: list[str] = []
    for upload in uploads:
        key = str(upload["externalId"])
        table[key] = {**table.get(key, {}), **flatten(upload)}
        changed.append(key)
    return changed
