"""A job as the tenant keeps it: the document that is served, and what the engine remembers
beside it.
"""

import json

from graphsync.emulator.document import Document
from graphsync.emulator.gallery.templates import TEMPLATES
from graphsync.emulator.switches import Switches
from graphsync.emulator.times import NEVER, iso


def new_job(job_id: str, template_id: str, switches: Switches, domain: str, now: float) -> Document:
    """Return the record of a job that was just created.

    `domain` is the tenant's own, which a job of cloud sync has for that of its forest.
    """
    return {
        "document": {
            "id": job_id,
            "templateId": template_id,
            "schedule": {
                "expiration": None,
                "interval": (
                    switches.cloud_sync_interval
                    if _is_cloud_sync(template_id)
                    else switches.new_job_interval
                ),
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
                {"name": name, "value": value}
                for name, value in _settings(template_id, domain, now).items()
            ],
        },
        "engine": new_engine_state(),
    }


def _is_cloud_sync(template_id: str) -> bool:
    template = TEMPLATES.get(template_id)
    return template is not None and template.plan.cloud_sync


def _settings(template_id: str, domain: str, now: float) -> dict[str, str]:
    usual = {"AzureIngestionAttributeOptimization": "False", "LookaheadQueryEnabled": "False"}
    if not _is_cloud_sync(template_id):
        return usual
    short = domain.partition(".")[0].upper()
    return usual | {
        "Domain": json.dumps({"domain": domain}, separators=(",", ":")),
        "DomainFQDN": domain,
        "DomainNetBios": short,
        "ForestFQDN": domain,
        "ForestNetBios": short,
        "DomainDiscoveredAt": iso(int(now)),
        "LookaheadQueryIntervalValue": "30",
        "QuarantineTooManyDeletesThreshold": "500",
    }


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
