"""A job as the tenant keeps it: the document that is served, and what the engine remembers
beside it.
"""

from graphsync.emulator.document import Document
from graphsync.emulator.gallery.templates import TEMPLATES
from graphsync.emulator.switches import Switches
from graphsync.emulator.times import NEVER


def new_job(job_id: str, template_id: str, switches: Switches) -> Document:
    """Return the record of a job that was just created."""
    return {
        "document": {
            "id": job_id,
            "templateId": template_id,
            "schedule": {
                "expiration": None,
                "interval": _interval(template_id, switches),
                "state": "Disabled",
            },
            "status": {
                "countSuccessiveCompleteFailures": 0,
                "escrowsPruned": False,
                "code": switches.new_job_code,
                "lastExecution": None,
                "lastSuccessfulExecution": None,
                "lastSuccessfulExecutionWithExports": None,
                "quarantine": None,
                "steadyStateFirstAchievedTime": NEVER,
                "steadyStateLastAchievedTime": NEVER,
                "troubleshootingUrl": None,
                "progress": [],
                "synchronizedEntryCountByType": [],
            },
            "synchronizationJobSettings": [
                {"name": "AzureIngestionAttributeOptimization", "value": "False"},
                {"name": "LookaheadQueryEnabled", "value": "False"},
            ],
        },
        "engine": new_engine_state(),
    }


def _interval(template_id: str, switches: Switches) -> str:
    template = TEMPLATES.get(template_id)
    cloud_sync = template is not None and template.plan.cloud_sync
    return switches.cloud_sync_interval if cloud_sync else switches.new_job_interval


def new_engine_state() -> Document:
    """Return what the engine remembers of a job that never ran: no watermark, no escrows,
    nothing due.
    """
    return {
        "nextRun": None,
        "running": False,
        "watermark": None,
        "initial": True,
        "completed": False,
        "references": [],
        "forceDeletes": False,
        "staged": [],
        "unlinked": [],
        "uploads": [],
        "counts": {},
    }


def execution(state: str = "Failed") -> Document:
    """Return a run's record with every count at zero and both times at never."""
    return {
        "activityIdentifier": None,
        "countEntitled": 0,
        "countEntitledForProvisioning": 0,
        "countEscrowed": 0,
        "countEscrowedRaw": 0,
        "countExported": 0,
        "countExports": 0,
        "countImported": 0,
        "countImportedDeltas": 0,
        "countImportedReferenceDeltas": 0,
        "state": state,
        "error": None,
        "timeBegan": NEVER,
        "timeEnded": NEVER,
    }
