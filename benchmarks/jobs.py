"""A page of jobs as the service sends them: 2 to 3 KB each."""

from __future__ import annotations

import json
from random import Random
from typing import Any
from uuid import UUID

_TENANT = "2f6b1c50b2d94c7c9a3b5f0e4d8c7a61"


def guid(number: int) -> str:
    """Return an id as random as the service's, and the same each time."""
    return str(UUID(int=Random(number).getrandbits(128), version=4))


def execution(number: int, state: str = "Succeeded") -> dict[str, Any]:
    """Return one run's counts."""
    counts = (
        "countEntitled", "countEntitledForProvisioning", "countEscrowed", "countEscrowedRaw", "countExported",
        "countExports", "countImported", "countImportedDeltas", "countImportedReferenceDeltas",
    )  # fmt: skip
    return {
        "activityIdentifier": guid(number * 7919),
        **{name: number * 3 + at for at, name in enumerate(counts)},
        "error": None,
        "state": state,
        "timeBegan": "2026-03-01T08:12:44.1234567Z",
        "timeEnded": "2026-03-01T08:13:02.7654321Z",
    }


def job(number: int) -> dict[str, Any]:
    """Return one healthy job."""
    return {
        "id": f"scim.{_TENANT}.{guid(number)}",
        "templateId": "scim",
        "schedule": {"expiration": None, "interval": "PT40M", "state": "Active"},
        "status": {
            "countSuccessiveCompleteFailures": 0,
            "escrowsPruned": False,
            "code": "Active",
            "lastExecution": execution(number),
            "lastSuccessfulExecution": execution(number + 1),
            "lastSuccessfulExecutionWithExports": execution(number + 2),
            "quarantine": None,
            "steadyStateFirstAchievedTime": "2025-11-20T10:00:00Z",
            "steadyStateLastAchievedTime": "2026-03-01T08:13:02.7654321Z",
            "troubleshootingUrl": "",
            "progress": [],
            "synchronizedEntryCountByType": [
                {"key": "user to User", "value": 4200 + number},
                {"key": "group to Group", "value": 77},
            ],
        },
        "synchronizationJobSettings": [
            {"name": "AzureIngestionAttributeOptimization", "value": "False"},
            {"name": "LookaheadQueryEnabled", "value": "False"},
        ],
    }


def page(size: int = 100) -> bytes:
    """Return a page of jobs as it comes over the wire."""
    context = (
        "https://graph.microsoft.com/v1.0/$metadata#servicePrincipals('…')/synchronization/jobs"
    )
    return json.dumps(
        {"@odata.context": context, "value": [job(number) for number in range(size)]}
    ).encode()
