"""What start, pause, restart and delete do to a job."""

from graphsync.emulator.document import Document
from graphsync.emulator.engine.audit import Activity, note
from graphsync.emulator.engine.engine import Engine
from graphsync.emulator.engine.execution import waiting
from graphsync.emulator.engine.quarantine import leave
from graphsync.emulator.gallery.templates import TEMPLATES
from graphsync.emulator.switches import Switches
from graphsync.emulator.tenant.tenant import Tenant

SCOPES = {
    "None": frozenset[str](),
    "ConnectorDataStore": frozenset({"ConnectorDataStore"}),
    "Escrows": frozenset({"Escrows"}),
    "Watermark": frozenset({"Watermark"}),
    "QuarantineState": frozenset({"QuarantineState"}),
    "Full": frozenset({"ConnectorDataStore", "Escrows", "Watermark", "QuarantineState"}),
    "ForceDeletes": frozenset({"ForceDeletes"}),
}
USUAL = frozenset({"QuarantineState", "Watermark", "Escrows"})


class Lifecycle:
    """The life of the jobs of a tenant."""

    def __init__(self, tenant: Tenant, switches: Switches, engine: Engine) -> None:
        self._tenant = tenant
        self._switches = switches
        self._engine = engine

    def start(self, principal_id: str, record: Document, now: float) -> None:
        """Let a job run, from where it stopped; a quarantine is lifted.

        A job that runs already stays as it is.
        """
        job = record["document"]
        if job["schedule"]["state"] == "Active" and job["status"]["code"] != "Quarantine":
            return
        self._note("Enable/start provisioning configuration", principal_id, now)
        self._activate(principal_id, record, now)

    def pause(self, principal_id: str, record: Document, now: float) -> None:
        """Keep a job from running again; a cycle under way finishes."""
        job = record["document"]
        if job["schedule"]["state"] == "Active":
            job["schedule"]["state"] = job["status"]["code"] = "Paused"
            self._engine.reschedule(principal_id, job["id"], None)
            self._note("Disable/pause provisioning configuration", principal_id, now)

    def restart(
        self, principal_id: str, record: Document, scopes: frozenset[str], now: float
    ) -> None:
        """Reset what the scopes name, and let the job run soon."""
        self._note("Enable/restart provisioning configuration", principal_id, now)
        job, state = record["document"], record["engine"]
        job_id = job["id"]
        inbound = TEMPLATES[job["templateId"]].accepts_uploads
        running = self._engine.is_running(principal_id, job_id)
        if inbound and not running:
            state["uploads"] = []
            self._engine.books.forget_escrows(job_id)
        if not inbound and scopes:
            self._engine.abandon(principal_id, job_id)
        if "ConnectorDataStore" in scopes:
            self._engine.workshop.links(job_id).empty()
            state["counts"], state["initial"] = {}, True
        if "Escrows" in scopes:
            self._engine.books.forget_escrows(job_id)
            for name in (
                "lastExecution",
                "lastSuccessfulExecution",
                "lastSuccessfulExecutionWithExports",
            ):
                if job["status"][name]:
                    job["status"][name] |= {"countEscrowed": 0, "countEscrowedRaw": 0}
        if "Watermark" in scopes:
            state["initial"], state["watermark"] = True, None
        if "ForceDeletes" in scopes:
            state["forceDeletes"] = True
        paused = job["schedule"]["state"] != "Active"
        quarantined = job["status"]["code"] == "Quarantine"
        if paused and self._switches.restart_paused == "Paused":
            job["status"]["quarantine"] = (
                None if "QuarantineState" in scopes else job["status"]["quarantine"]
            )
            return
        if paused or not quarantined or not scopes or "QuarantineState" in scopes:
            self._activate(principal_id, record, now)
        else:
            self._engine.reschedule(principal_id, job_id, now + self._switches.start_delay)

    def delete(self, principal_id: str, record: Document) -> None:
        """Stop a job and forget everything about it; accounts and secrets stay."""
        job_id = record["document"]["id"]
        self._engine.abandon(principal_id, job_id)
        self._engine.reschedule(principal_id, job_id, None)
        self._engine.workshop.links(job_id).empty()
        self._tenant.table("escrow", job_id).empty()
        self._tenant.table("schema", principal_id).discard(job_id)
        del self._tenant.jobs(principal_id)[job_id]

    def match_again(self, principal_id: str, record: Document, source_id: str) -> None:
        """Let the next cycle look at a source object whose link was deleted."""
        waiting = record["engine"].setdefault("unlinked", [])
        if source_id not in waiting:
            waiting.append(source_id)
        self._tenant.jobs(principal_id).touch(record["document"]["id"])

    def schema_changed(self, principal_id: str, record: Document, now: float) -> None:
        """Make the next cycle an initial one; one under way finishes first."""
        self._note("Update attribute mappings or scope", principal_id, now)
        record["engine"]["initial"], record["engine"]["watermark"] = True, None
        self._tenant.jobs(principal_id).touch(record["document"]["id"])

    def settings_changed(self, principal_id: str, now: float) -> None:
        """Write down that the settings or the credentials of a principal were changed."""
        self._note("Update provisioning setting or credentials", principal_id, now)

    def _note(self, activity: Activity, principal_id: str, now: float) -> None:
        note(self._tenant, self._engine.new_id(), activity, principal_id, now)

    def _activate(self, principal_id: str, record: Document, now: float) -> None:
        job = record["document"]
        job["schedule"]["state"] = "Active"
        job["status"]["escrowsPruned"] = False
        leave(job, completed=bool(record["engine"]["completed"]))
        waiting(job)
        self._engine.reschedule(principal_id, job["id"], now + self._switches.start_delay)
