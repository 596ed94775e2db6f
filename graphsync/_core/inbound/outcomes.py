"""What became of a record: read from the provisioning log."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from attrs import frozen

from graphsync._core.domain.outcome import DONE, OUT_OF_SCOPE, Outcome
from graphsync_client.models import ProvisioningObjectSummary

_IN_USE: Final = frozenset({"accountEnabled", "active"})


@frozen
class Logged:
    """What one record of the log says of one uploaded record."""

    external_id: str
    outcome: Outcome
    code: str
    reason: str
    moment: datetime
    log_id: str


def logged(entry: ProvisioningObjectSummary) -> Logged | None:
    """Return what a log record says; None where it does not say of whom, or when.

    The source of an API-driven job knows a person by `externalId`, so that is the source's id.
    """
    identity, moment = entry.source_identity, entry.activity_date_time
    if identity is None or not identity.id or moment is None:
        return None
    info = entry.provisioning_status_info
    error = info.error_information if info else None
    status = str(info.status) if info and info.status else ""
    code = (error.error_code if error else None) or _skip_reason(entry)
    reason = (error.reason if error else None) or ""
    outcome = _outcome(entry, status, code)
    if outcome is Outcome.PENDING and not reason:
        reason = f"the log says {entry.provisioning_action}, {status or 'without a status'}"
    return Logged(identity.id, outcome, code, reason, moment, entry.id or "")


def _outcome(entry: ProvisioningObjectSummary, status: str, code: str) -> Outcome:
    action = str(entry.provisioning_action or "")
    if status == "failure":
        return Outcome.FAILED
    if status == "skipped":
        return Outcome.OUT_OF_SCOPE if code in OUT_OF_SCOPE else Outcome.UNCHANGED
    if status not in {"success", "warning"} or action == "stagedDelete":
        return Outcome.PENDING  # what is said is not final, or not known here
    if action == "update" and _disables(entry):
        return Outcome.DISABLED
    if action in DONE:
        return DONE[action]
    return Outcome.UPDATED if entry.modified_properties else Outcome.UNCHANGED


def _disables(entry: ProvisioningObjectSummary) -> bool:
    """Return whether an update took the account out of use: the service logs that as an update
    as well.
    """
    return any(
        changed.display_name in _IN_USE and (changed.new_value or "").lower() == "false"
        for changed in entry.modified_properties or ()
    )


def _skip_reason(entry: ProvisioningObjectSummary) -> str:
    for step in entry.provisioning_steps or ():
        details = step.details.to_dict() if step.details else {}
        reason = details.get("SkipReason")
        if isinstance(reason, str):
            return reason
    return ""
