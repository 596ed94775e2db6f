"""Directory audits: who changed what about provisioning, beside the log of single objects."""

from typing import Literal

from graphsync.emulator.document import Document
from graphsync.emulator.tenant.tenant import Tenant
from graphsync.emulator.times import iso

Activity = Literal[
    "Update provisioning setting or credentials",
    "Enable/start provisioning configuration",
    "Disable/pause provisioning configuration",
    "Enable/restart provisioning configuration",
    "Update attribute mappings or scope",
    "Quarantine",
]
_OPERATIONS = {"Quarantine": "Quarantine", "Update attribute mappings or scope": "Update"}
_KEPT = 5_000


def note(
    tenant: Tenant, new_id: str, activity: Activity, principal_id: str, now: float, reason: str = ""
) -> None:
    """Write down that something was changed about the provisioning of a service principal."""
    table = tenant.table("audit")
    table[new_id] = {
        "id": new_id,
        "at": now,
        "activity": activity,
        "principal": principal_id,
        "reason": reason,
    }
    if len(table) > _KEPT:
        del table[next(iter(table))]


def audit(kept: Document, principal: Document) -> Document:
    """Return the `directoryAudit` of what was written down."""
    return {
        "id": kept["id"],
        "category": "ProvisioningManagement",
        "correlationId": kept["id"],
        "result": "success",
        "resultReason": kept["reason"],
        "activityDisplayName": kept["activity"],
        "activityDateTime": iso(kept["at"]),
        "loggedByService": "Account Provisioning",
        "operationType": _OPERATIONS.get(kept["activity"], "Manage"),
        "initiatedBy": {
            "user": None,
            "app": {
                "appId": None,
                "displayName": (
                    "Azure AD Provisioning Service" if kept["activity"] == "Quarantine" else None
                ),
                "servicePrincipalId": None,
                "servicePrincipalName": None,
            },
        },
        "targetResources": [
            {
                "id": principal["id"],
                "displayName": principal["displayName"],
                "type": "ServicePrincipal",
                "userPrincipalName": None,
                "groupType": None,
                "modifiedProperties": [],
            }
        ],
        "additionalDetails": [],
    }
