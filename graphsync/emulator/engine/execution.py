"""The records of runs in a job's status."""

from graphsync.emulator.document import Document
from graphsync.emulator.engine.cycle import Cycle
from graphsync.emulator.engine.quarantine import Cause
from graphsync.emulator.tenant.job import execution
from graphsync.emulator.times import NEVER, iso


def begun(job: Document, now: float) -> None:
    """Note that a run began: until it ends, its beginning is later than its end."""
    status = job["status"]
    last: Document = {**(status["lastExecution"] or execution()), "timeBegan": iso(now)}
    status["lastExecution"] = last


def waiting(job: Document) -> None:
    """Note that a run was asked for and has not begun, the way the service shows it."""
    status = job["status"]
    if status["lastExecution"] is None:
        error = {"code": "None", "message": "", "tenantActionable": False}
        status["lastExecution"] = {**execution(), "error": error}
        status["troubleshootingUrl"] = ""


def failed(job: Document, cause: Cause, activity: str, now: float) -> None:
    """Note a run that could not do anything."""
    job["status"]["lastExecution"] = {
        **execution("Failed"),
        "activityIdentifier": activity,
        "error": cause.error(),
        "timeBegan": iso(now - 1),
        "timeEnded": iso(now),
    }
    job["status"]["progress"] = []


def ended(job: Document, cycle: Cycle, escrows: int, now: float) -> None:
    """Note a run that went through, with what it counted."""
    status = job["status"]
    last = {
        **execution("EntryLevelErrors" if escrows else "Succeeded"),
        "activityIdentifier": cycle.id,
        "countEntitled": cycle.entitled,
        "countEntitledForProvisioning": cycle.entitled,
        "countEscrowed": escrows,
        "countEscrowedRaw": escrows + cycle.reference_failures,
        "countExported": cycle.exported,
        "countExports": cycle.exported,
        "countImported": cycle.imported,
        "countImportedDeltas": cycle.deltas,
        "countImportedReferenceDeltas": len(cycle.unresolved),
        "timeBegan": iso(cycle.began),
        "timeEnded": iso(now),
    }
    status["lastExecution"] = last
    status["progress"] = []
    if not escrows:
        status["lastSuccessfulExecution"] = dict(last)
        if cycle.exported:
            status["lastSuccessfulExecutionWithExports"] = dict(last)
        if status["steadyStateFirstAchievedTime"] == NEVER:
            status["steadyStateFirstAchievedTime"] = iso(now)
        status["steadyStateLastAchievedTime"] = iso(now)


def progress(job: Document, cycle: Cycle, size: int, now: float) -> None:
    """Show how far an initial cycle is."""
    done, total = cycle.pages(size)
    job["status"]["progress"] = [
        {
            "completedUnits": done,
            "progressObservationDateTime": iso(now),
            "totalUnits": total,
            "units": "pages",
        }
    ]
