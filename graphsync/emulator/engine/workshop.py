"""What the engine keeps ready for a job while the process runs: its plan, its target, its links."""

import random
from collections.abc import Callable

from graphsync.emulator.document import Document, strings
from graphsync.emulator.engine.assigned import Assigned
from graphsync.emulator.engine.links import Links
from graphsync.emulator.engine.provisioner import Provisioner
from graphsync.emulator.gallery.templates import TEMPLATES
from graphsync.emulator.switches import Switches
from graphsync.emulator.targets.dialect import Dialect
from graphsync.emulator.targets.directory import DirectoryTarget
from graphsync.emulator.targets.inside import InsideTarget
from graphsync.emulator.targets.reach import Reach
from graphsync.emulator.targets.remote import RemoteTarget
from graphsync.emulator.targets.target import Target
from graphsync.emulator.tenant.schemas import job_schema
from graphsync.emulator.tenant.secrets import secrets
from graphsync.emulator.tenant.tenant import Tenant
from graphsync.mapping.flowing import Mapper
from graphsync.mapping.schema import Plan, compile_schema


class Workshop:
    """Builds provisioners, and keeps what is expensive to build: compiled schemas and target
    indexes.
    """

    def __init__(
        self, tenant: Tenant, switches: Switches, source_of_chance: random.Random, reach: Reach
    ) -> None:
        self._tenant = tenant
        self._switches = switches
        self._random = source_of_chance
        self.reach = reach
        self._plans: dict[tuple[str, str], tuple[str, Plan]] = {}
        self._targets: dict[str, InsideTarget] = {}
        self._assignments: dict[str, tuple[tuple[int, tuple[str, ...]], Assigned]] = {}

    def plan(self, principal_id: str, job: Document) -> Plan:
        """Return the compiled schema of a job."""
        principal = self._tenant.principals[principal_id]
        schema = job_schema(self._tenant, principal, job["id"], job["templateId"])
        version = str(schema["version"])
        kept = self._plans.get((principal_id, job["id"]))
        if kept is None or kept[0] != version:
            kept = self._plans[principal_id, job["id"]] = (version, compile_schema(schema))
        return kept[1]

    def target(self, principal_id: str, job: Document, *, on_demand: bool = False) -> Target:
        """Return the system that a job writes to.

        A call on demand keeps to the usual dialect of PATCH, whatever the base address asks for.
        """
        if job["templateId"] == "API2AAD":
            return DirectoryTarget(self._tenant, self._random)
        connection = self.reach.connection(principal_id, secrets(self._tenant, principal_id))
        if connection is None:
            return self.application(principal_id)
        plan = self.plan(principal_id, job)
        attributes = {flow.target: flow.several for item in plan.objects for flow in item.flows}
        dialect = Dialect("flag" if connection.flag and not on_demand else "default")
        return RemoteTarget(
            connection, attributes, self._tenant.table("members", principal_id), dialect
        )

    def application(self, principal_id: str) -> InsideTarget:
        """Return the application of a principal, as the system that holds its accounts."""
        target = self._targets.get(principal_id)
        if target is None:
            target = self._targets[principal_id] = InsideTarget(
                self._tenant, principal_id, self._random
            )
        return target

    def provisioner(
        self, principal_id: str, job: Document, now: float, *, on_demand: bool = False
    ) -> Provisioner:
        """Return what provisions the objects of a job."""
        kept = secrets(self._tenant, principal_id)
        template = TEMPLATES[job["templateId"]]
        inbound = template.accepts_uploads
        everyone = inbound or kept.get("SyncAll", "false").lower() == "true"
        target, links = self.target(principal_id, job, on_demand=on_demand), self.links(job["id"])
        domain = str(self._tenant.profile["defaultDomain"])
        mapper = Mapper(
            account_of=links.account_of,
            is_taken=lambda kind, name, value: bool(target.find(kind, name, value)),
            now=now,
            default_domain=domain,
            random=self._random,
            reading=template.reading,
            null_flow=self._switches.null_flow,
            default_value=self._switches.default_value,
        )
        assigned = self._assigned(principal_id)
        return Provisioner(
            target=target,
            links=links,
            switches=self._switches,
            mapper=mapper,
            entitled=(lambda _key: True) if everyone else assigned.__contains__,
            roles=assigned.roles,
            groups_of=self._groups_of,
            skip_out_of_scope=not template.crosses_tenants
            and kept.get("SkipOutOfScopeDeletions", "").lower() == "true",
        )

    def _assigned(self, principal_id: str) -> Assigned:
        """Return who is assigned, read again when an assignment or a source object has changed."""
        ids = tuple(self._tenant.table("assignment", principal_id))
        kept = self._assignments.get(principal_id)
        if kept is None or kept[0] != (self._tenant.last_change, ids):
            read = Assigned(self._tenant, principal_id)
            kept = self._assignments[principal_id] = ((self._tenant.last_change, ids), read)
        return kept[1]

    def forget(self, principal_id: str) -> None:
        """Forget what was kept of a principal that was deleted."""
        self._targets.pop(principal_id, None)
        self._assignments.pop(principal_id, None)

    def snapshot(self) -> Callable[[], None]:
        """Keep the compiled schemas; return what brings them back, and forgets the rest."""
        plans = dict(self._plans)

        def bring_back() -> None:
            self._plans = dict(plans)
            self._targets.clear()
            self._assignments.clear()

        return bring_back

    def links(self, job_id: str) -> Links:
        """Return which account belongs to which source object of a job."""
        return Links(self._tenant, job_id)

    def source(
        self, principal_id: str, job: Document, kind: str, object_id: str
    ) -> Document | None:
        """Return a source object of a job, None when it does not exist (any more)."""
        if TEMPLATES[job["templateId"]].accepts_uploads:
            return self._tenant.table("inbound", principal_id).get(object_id)
        return self._tenant.table(kind).get(object_id)

    def _groups_of(self, source_id: str) -> list[str]:
        return [
            str(group["distinguishedName"]).casefold()
            for group in self._tenant.groups.values()
            if group.get("distinguishedName") and source_id in strings(group.get("members"))
        ]
