"""How a cycle ends: late references, removals and their threshold, failures, and the job's
status.
"""

from graphsync.emulator.document import Document, whole
from graphsync.emulator.engine.books import Books
from graphsync.emulator.engine.cycle import Cycle, Item
from graphsync.emulator.engine.execution import ended
from graphsync.emulator.engine.outcome import Outcome
from graphsync.emulator.engine.quarantine import Cause, by_volume, leave
from graphsync.emulator.engine.schedule import JobKey
from graphsync.emulator.engine.workshop import Workshop
from graphsync.emulator.switches import Switches
from graphsync.emulator.targets.target import TargetClosed
from graphsync.emulator.tenant.secrets import notification_settings
from graphsync.emulator.tenant.tenant import Tenant

_USUAL_THRESHOLD = 500


class Finish:
    """The end of cycles; `end` says whether the job has to be quarantined for what happened."""

    def __init__(
        self, tenant: Tenant, switches: Switches, workshop: Workshop, books: Books
    ) -> None:
        self._tenant = tenant
        self._switches = switches
        self._workshop = workshop
        self._books = books

    def end(self, key: JobKey, record: Document, cycle: Cycle, now: float) -> Cause | None:
        """Do what is left of a cycle and write its result into the job."""
        job, state = record["document"], record["engine"]
        self._resolve(key, job, cycle, now)
        state["references"] = [source_id for _, source_id in cycle.unresolved]
        cause = self._remove(key, record, cycle, now)
        escrows = self._books.escrows(job["id"])
        volume = by_volume(
            escrows, cycle.reference_failures, max(1, cycle.imported), self._switches
        )
        if volume and cycle.kind == "initial":
            self._prune(job, state)
            escrows, volume = 0, None
        ended(job, cycle, escrows, now)
        state["watermark"] = cycle.watermark
        state["completed"] = True
        if not (cause or volume):
            if job["schedule"]["state"] == "Active":
                leave(job, completed=True)
            else:
                job["status"]["quarantine"] = None
        return cause or volume

    def _prune(self, job: Document, state: Document) -> None:
        self._books.forget_escrows(job["id"])
        job["status"]["escrowsPruned"] = True
        job["schedule"]["state"] = job["status"]["code"] = "Paused"
        state["nextRun"] = None

    def _resolve(self, key: JobKey, job: Document, cycle: Cycle, now: float) -> None:
        """Look again at objects whose manager or members had no account yet when it was their
        turn.
        """
        waiting, cycle.unresolved = cycle.unresolved, []
        for plan, source_id in waiting:
            outcome = self._provision(key, job, (plan, source_id), now)
            self._books.enter(key, job, cycle.id, outcome, now)
            cycle.exported += outcome.exported
            if outcome.references.missing:
                cycle.unresolved.append((plan, source_id))
                cycle.reference_failures += 1

    def _remove(self, key: JobKey, record: Document, cycle: Cycle, now: float) -> Cause | None:
        job, state = record["document"], record["engine"]
        settings = notification_settings(self._tenant, key[0])
        limit = whole(settings.get("DeleteThresholdValue"), _USUAL_THRESHOLD)
        held = (
            bool(settings.get("DeleteThresholdEnabled"))
            and len(cycle.removals) >= limit
            and not state["forceDeletes"]
        )
        state["staged"] = [source_id for _, source_id in cycle.removals] if held else []
        state["forceDeletes"] = False
        for item in cycle.removals:
            outcome = self._provision(key, job, item, now, hold=held)
            if held:
                outcome.action, outcome.status = "stagedDelete", "success"
            cycle.count(outcome)
            self._books.enter(key, job, cycle.id, outcome, now)
        if not held:
            return None
        message = f"{len(cycle.removals)} accounts would be removed; the threshold is {limit}."
        return Cause("TooManyDeletes", message, "TooManyDeletes")

    def _provision(
        self, key: JobKey, job: Document, item: Item, now: float, *, hold: bool = False
    ) -> Outcome:
        plan, source_id = item
        source = self._workshop.source(key[0], job, plan.kind, source_id)
        provisioner = self._workshop.provisioner(key[0], job, now)
        outcome = provisioner.provision(plan, source_id, source, hold_removals=hold)
        if outcome.closed:
            raise TargetClosed(outcome.code, outcome.reason)
        return outcome
