"""The provisioning service: runs every job's cycles when they are due."""

import random
import time
import uuid
from collections.abc import Callable
from typing import Literal

from graphsync.emulator.document import Document
from graphsync.emulator.engine.audit import note
from graphsync.emulator.engine.books import Books
from graphsync.emulator.engine.credentials import problem
from graphsync.emulator.engine.cycle import Cycle
from graphsync.emulator.engine.execution import begun, failed, progress
from graphsync.emulator.engine.finish import Finish
from graphsync.emulator.engine.quarantine import Cause, disable, enter, is_over, quarantined
from graphsync.emulator.engine.schedule import JobKey, Schedule
from graphsync.emulator.engine.work import work
from graphsync.emulator.engine.workshop import Workshop
from graphsync.emulator.switches import Switches
from graphsync.emulator.targets.reach import Reach
from graphsync.emulator.targets.target import TargetClosed
from graphsync.emulator.tenant.recycling import expire
from graphsync.emulator.tenant.secrets import notification_settings
from graphsync.emulator.tenant.tenant import Tenant
from graphsync.emulator.times import seconds

_DEFAULT_INTERVAL = 2400.0


class Engine:
    """Runs cycles: `catch_up` does whatever was due until a moment, each thing at the moment at
    which it was due.
    """

    def __init__(
        self, tenant: Tenant, switches: Switches, chance: random.Random, reach: Reach
    ) -> None:
        self._tenant = tenant
        self._switches = switches
        self._chance = chance
        self.workshop = Workshop(tenant, switches, chance, reach)
        self.books = Books(tenant, switches, chance)
        self._cycles: dict[JobKey, Cycle] = {}
        self._schedule = Schedule()
        for principal_id, job_id, record in tenant.all_jobs():
            if record["engine"][
                "running"
            ]:  # the process ended before the cycle did: everything is looked at again
                record["engine"] |= {"running": False, "initial": True}
            self.reschedule(principal_id, job_id, record["engine"]["nextRun"])

    def reschedule(self, principal_id: str, job_id: str, due: float | None) -> None:
        """Set when a job runs next; a cycle that runs is not affected."""
        record = self._tenant.jobs(principal_id).get(job_id)
        if record:
            record["engine"]["nextRun"] = due
            self._tenant.jobs(principal_id).touch(job_id)
        if (principal_id, job_id) not in self._cycles:
            self._schedule.put((principal_id, job_id), due)

    def snapshot(self) -> Callable[[], None]:
        """Keep the running cycles and what is due; return what brings them back."""
        cycles = {key: cycle.copy() for key, cycle in self._cycles.items()}
        undo = (self._schedule.snapshot(), self.workshop.snapshot())

        def bring_back() -> None:
            self._cycles = {key: cycle.copy() for key, cycle in cycles.items()}
            for each in undo:
                each()

        return bring_back

    def abandon(self, principal_id: str, job_id: str) -> None:
        """Drop the running cycle of a job."""
        if self._cycles.pop((principal_id, job_id), None):
            self._tenant.jobs(principal_id)[job_id]["engine"]["running"] = False
            self._schedule.put((principal_id, job_id), None)

    def is_running(self, principal_id: str, job_id: str) -> bool:
        """Return whether a cycle of the job is under way."""
        return (principal_id, job_id) in self._cycles

    def is_behind(self, now: float) -> bool:
        """Return whether anything is due."""
        return self._schedule.is_due(now)

    def catch_up(self, now: float, budget: float | None = None) -> bool:
        """Do what is due, at most for `budget` real seconds; return whether everything is done."""
        stop = None if budget is None else time.monotonic() + budget
        while stop is None or time.monotonic() < stop:
            due = self._schedule.pop(now)
            if due is None:
                return True
            self._step(due[1], due[0], stop)
        return not self._schedule.is_due(now)

    def _step(self, key: JobKey, now: float, stop: float | None) -> None:
        record = self._tenant.jobs(key[0]).get(key[1])
        if record is None:
            self._cycles.pop(key, None)
            return
        cycle = self._cycles.get(key)
        if cycle is None:
            self._begin(key, record, now)
        else:
            self._page(key, record, cycle, now, stop)
        self._tenant.jobs(key[0]).touch(key[1])

    def _begin(self, key: JobKey, record: Document, now: float) -> None:
        job, state = record["document"], record["engine"]
        if job["schedule"]["state"] != "Active":
            state["nextRun"] = None
            return
        if is_over(job, now, self._switches):
            disable(job, self._switches)
            state["nextRun"] = None
            return
        cause = problem(self._tenant, self.workshop, key[0], job)
        if cause:
            self._quarantine(key, record, cause, now)
            return
        expire(self._tenant, now)
        items = work(
            self._tenant, self._switches, key[0], record, self.workshop.plan(key[0], job), now
        )
        state["uploads"], state["unlinked"] = [], []
        kind: Literal["initial", "incremental"] = "initial" if state["initial"] else "incremental"
        cycle = Cycle(self.new_id(), kind, now, now, items, self._tenant.last_change)
        state["initial"], state["running"] = False, True
        self._cycles[key] = cycle
        begun(job, now)
        if kind == "initial":
            progress(job, cycle, self._switches.objects_per_page, now)
        self._await_page(key, cycle, now)

    def _await_page(self, key: JobKey, cycle: Cycle, now: float) -> None:
        left = min(self._switches.objects_per_page, len(cycle.items) - cycle.at)
        cycle.page_end = cycle.at + left
        cycle.due = now + max(1.0, left * self._switches.seconds_per_object)
        self._schedule.put(key, cycle.due)

    def _page(
        self, key: JobKey, record: Document, cycle: Cycle, now: float, stop: float | None
    ) -> None:
        job = record["document"]
        provisioner = self.workshop.provisioner(key[0], job, now)
        # Without a threshold nothing is counted first, and the account is read only once.
        settings = notification_settings(self._tenant, key[0])
        hold = bool(settings.get("DeleteThresholdEnabled"))
        while cycle.at < cycle.page_end:
            if stop is not None and time.monotonic() > stop:
                # Slow expressions would keep every other client waiting until the page's end.
                self._schedule.put(key, now)
                return
            plan, source_id = cycle.items[cycle.at]
            cycle.at += 1
            source = self.workshop.source(key[0], job, plan.kind, source_id)
            outcome = provisioner.provision(plan, source_id, source, hold_removals=hold)
            if outcome.status == "warning":
                cycle.removals.append((plan, source_id))
                continue
            if outcome.references.missing:
                cycle.unresolved.append((plan, source_id))
            cycle.count(outcome)
            self.books.enter(key, job, cycle.id, outcome, now)
            if outcome.closed:
                self._cut_short(key, record, Cause(outcome.code, outcome.reason), now)
                return
        if not cycle.is_done:
            if cycle.kind == "initial":
                progress(job, cycle, self._switches.objects_per_page, now)
            self._await_page(key, cycle, now)
            return
        del self._cycles[key]
        record["engine"]["running"] = False
        try:
            cause = Finish(self._tenant, self._switches, self.workshop, self.books).end(
                key, record, cycle, now
            )
        except TargetClosed as error:
            self._cut_short(key, record, Cause(error.code, str(error)), now)
            return
        if cause:
            self._quarantine(key, record, cause, now, ran=True)
        elif job["schedule"]["state"] == "Active":
            self.reschedule(*key, max(now, cycle.began + interval(job)))
        else:
            self.reschedule(*key, None)

    def _cut_short(self, key: JobKey, record: Document, cause: Cause, now: float) -> None:
        """End a cycle whose target answers nobody any more."""
        self._cycles.pop(key, None)
        record["engine"]["running"] = False
        self._quarantine(key, record, cause, now)

    def _quarantine(
        self, key: JobKey, record: Document, cause: Cause, now: float, *, ran: bool = False
    ) -> None:
        job = record["document"]
        if not ran:
            failed(job, cause, self.new_id(), now)
        note(self._tenant, self.new_id(), "Quarantine", key[0], now, quarantined(cause))
        record["engine"]["initial"] = True  # leaving quarantine begins with every object
        following = enter(job, cause, now, self._switches)
        if job["schedule"]["state"] == "Active":
            self.reschedule(*key, following)
        else:
            job["status"]["code"] = job["schedule"]["state"]
            self.reschedule(*key, None)

    def new_id(self) -> str:
        """Return a new GUID."""
        return str(uuid.UUID(int=self._chance.getrandbits(128), version=4))


def interval(job: Document) -> float:
    """Return the seconds between two cycles of a job."""
    try:
        return seconds(job["schedule"]["interval"])
    except (ValueError, OverflowError):
        return _DEFAULT_INTERVAL
