"""Provisioning logs: from an outcome to the record that `auditLogs/provisioning` serves."""

import json
from typing import Any

from graphsync.emulator.document import Document, is_array
from graphsync.emulator.engine.outcome import Outcome
from graphsync.emulator.times import iso

INITIATOR = {"id": "", "displayName": "Azure AD Provisioning Service", "initiatorType": "system"}
_REFERENCES_SHOWN = 20
_LOWER_TYPES = {
    "Import": "import",
    "Scoping": "scoping",
    "Matching": "matching",
    "ReferenceResolution": "referenceResolution",
    "Export": "export",
}


def steps(outcome: Outcome, moment: str, *, references: bool = False) -> list[Document]:
    """Return the steps of an outcome, in the form that provision on demand answers with.

    Args:
        outcome: what happened to one object.
        moment: the time that each step bears.
        references: whether to add the step of references, which only the log has.

    """
    export = {
        "create": "EntryExportAdd",
        "update": "EntryExportUpdate",
        "disable": "EntryExportUpdate",
    }
    found = [
        _step(
            f"EntryImport{outcome.imported}",
            "Import",
            "Success",
            "Read the object from the source.",
            moment,
        )
    ]
    found[0]["details"] = {"objectId": outcome.source_id}
    if outcome.scoping:
        scoped = "Success" if outcome.entitled or outcome.action != "other" else "Skipped"
        found.append(
            _step(
                "EntrySynchronizationScoping",
                "Scoping",
                scoped,
                "Decided whether it is in scope.",
                moment,
            )
        )
        found[-1]["details"] = dict(outcome.scoping)
    if outcome.entitled:
        name = (
            "EntrySynchronizationUpdate"
            if outcome.imported == "Update"
            else "EntrySynchronizationAdd"
        )
        found.append(
            _step(name, "Matching", "Success", "Looked for its account in the target.", moment)
        )
    if references and (outcome.references.resolved or outcome.references.missing):
        found.append(_references(outcome, moment))
    if outcome.status == "skipped":
        found.append(
            _step(
                "EntrySynchronizationSkip",
                "Export",
                "Skipped",
                "Nothing had to be written.",
                moment,
            )
        )
        found[-1]["details"] = {"SkipReason": outcome.code or "NotInScope"}
    else:
        name = export.get(
            outcome.action, "EntryExportDelete" if outcome.removes else "EntryExportUpdate"
        )
        status = {"success": "Success", "failure": "Failure", "warning": "Warning"}[outcome.status]
        found.append(_step(name, "Export", status, "Wrote the account to the target.", moment))
        found[-1]["details"] = {"ReportableIdentifier": outcome.reportable or outcome.source_name}
    return found


def _references(outcome: Outcome, moment: str) -> Document:
    status = "Warning" if outcome.references.missing else "Success"
    said = "Looked for the accounts of the objects that it refers to."
    step = _step("EntryReferenceResolution", "ReferenceResolution", status, said, moment)
    step["details"] = {
        "ResolvedReferences": str(len(outcome.references.resolved)),
        "UnresolvedReferences": ",".join(outcome.references.missing[:_REFERENCES_SHOWN]),
    }
    return step


def _step(name: str, kind: str, status: str, description: str, moment: str) -> Document:
    details: dict[str, Any] = {}  # Any: what a step says depends on the step
    return {
        "name": name,
        "type": kind,
        "status": status,
        "description": description,
        "timestamp": moment,
        "details": details,
    }


def record(outcome: Outcome, ids: tuple[str, str, str], moment: float, duration: int) -> Document:
    """Return what is kept of an outcome.

    `ids` are the record's own, its cycle's and its change's.
    """
    return {
        "id": ids[0],
        "cycleId": ids[1],
        "changeId": ids[2],
        "at": moment,
        "ms": duration,
        "action": outcome.action,
        "status": outcome.status,
        "source": [outcome.source_id, outcome.source_name, outcome.source_type],
        "target": [outcome.target_id, outcome.target_type],
        "code": outcome.code,
        "reason": outcome.reason,
        "changes": outcome.changes,
        "steps": json.dumps(steps(outcome, iso(moment), references=True)),
    }


def beta(found: Document) -> Document:
    """Return a `provisioningObjectSummary` with what beta keeps of its older form."""
    info = found["provisioningStatusInfo"]
    details = {"@odata.type": "#microsoft.graph.statusDetails", "status": info["status"]}
    empty = dict.fromkeys(
        ("errorCode", "reason", "additionalDetails", "errorCategory", "recommendedAction")
    )
    action = str(found["provisioningAction"])
    return {
        **found,
        "action": action[:1].upper() + action[1:],
        "statusInfo": {**details, **empty, **(info["errorInformation"] or {})},
    }


def summary(kept: Document, job: Document, principal: Document, tenant_id: str) -> Document:
    """Return the `provisioningObjectSummary` of a kept record."""
    error = None
    if kept["status"] != "success":
        failed = kept["status"] == "failure"
        error = {
            "errorCode": kept["code"],
            "reason": kept["reason"],
            "additionalDetails": None,
            "errorCategory": "nonServiceFailure" if failed else "failure",
            "recommendedAction": None,
        }
    return {
        "id": kept["id"],
        "activityDateTime": iso(kept["at"]),
        "tenantId": tenant_id,
        "jobId": job["id"],
        "cycleId": kept["cycleId"],
        "changeId": kept["changeId"],
        "provisioningAction": kept["action"],
        "durationInMilliseconds": kept["ms"],
        "servicePrincipal": {"id": principal["id"], "displayName": principal["displayName"]},
        "sourceSystem": {"id": job["source"][0], "displayName": job["source"][1], "details": {}},
        "targetSystem": {
            "id": job["target"][0],
            "displayName": principal["displayName"],
            "details": {
                "ApplicationId": principal["appId"],
                "ServicePrincipalId": principal["id"],
                "ServicePrincipalDisplayName": principal["displayName"],
            },
        },
        "initiatedBy": dict(INITIATOR),
        "sourceIdentity": _identity(kept["source"][0], kept["source"][1], kept["source"][2]),
        "targetIdentity": _identity(kept["target"][0], "", kept["target"][1]),
        "provisioningStatusInfo": {"status": kept["status"], "errorInformation": error},
        "provisioningSteps": [_logged_step(step) for step in json.loads(kept["steps"])],
        "modifiedProperties": [
            {"displayName": name, "oldValue": word(old), "newValue": word(new)}
            for name, old, new in kept["changes"]
        ],
    }


def _identity(identity: str, name: str, kind: str) -> Document:
    return {"id": identity, "displayName": name, "identityType": kind, "details": {}}


def _logged_step(step: Document) -> Document:
    return {
        "name": step["name"],
        "provisioningStepType": _LOWER_TYPES[step["type"]],
        "status": str(step["status"]).lower(),
        "description": step["description"],
        "details": step["details"],
    }


def word(value: object) -> str | None:
    """Return a value as logs write it: as text, a list with commas."""
    if value is None or isinstance(value, str):
        return value
    return ",".join(map(str, value)) if is_array(value) else str(value)
