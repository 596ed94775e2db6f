"""Checks of what happened before: the latest record of the log, and the object connection."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graphsync._core.tasks.explaining_facts import Facts, Unread
from graphsync._core.tasks.explanation import Check, Result
from graphsync._core.tasks.mapped_values import MappedValue
from graphsync.mapping.values import REDACTED
from graphsync_client import models

# What other checks decide anew, from the data as it is now.
_CHECKED: Final = frozenset(
    {
        "attributemappingexpressionfailure",
        "duplicatesourceentries",
        "entitynotfound",
        "flowtypenotenabled",
        "ignoreobjectflow",
        "missingvalues",
        "noteffectivelyentitled",
        "notinscope",
        "redundantexport",
    }
)
_LONGEST: Final = 300
_SHOWN: Final = 5


def check_log(facts: Facts, values: tuple[MappedValue, ...]) -> Check:
    """Check that the latest attempt did not fail for a reason that only the target knows."""
    record = facts.record
    if isinstance(record, Unread):
        return Check(
            name="log",
            result=Result.UNKNOWN,
            found=f"The provisioning log could not be read: {record.why}",
            gate=False,
        )
    if record is None:
        return Check(name="log", result=Result.PASSED, found="The log has no record of the user")
    info = record.provisioning_status_info
    status = str(info.status) if info is not None and info.status is not None else "unknown"
    error = None if info is None else info.error_information
    code = (error.error_code if error is not None else None) or ""
    reason = ((error.reason if error is not None else None) or "")[:_LONGEST]
    when = record.activity_date_time
    at = f" at {when:%Y-%m-%d %H:%M} UTC" if when is not None else ""
    evidence = {
        "id": record.id,
        "activityDateTime": None if when is None else when.isoformat(),
        "action": str(record.provisioning_action),
        "status": status,
        "errorCode": code or None,
        "reason": reason or None,
        "cycleId": record.cycle_id,
    }
    said = f"The latest record{at} is {record.provisioning_action}, {status}"
    because = ": ".join(part for part in (code, reason) if part)
    found = f"{said} ({because.rstrip('.')})" if because else said
    failed = status.casefold() in {"failure", "skipped"} and code.casefold() not in _CHECKED
    if not failed or (status.casefold() == "skipped" and not code):
        return Check(name="log", result=Result.PASSED, found=found, evidence=evidence)
    changed = [*_changed(record, values)]
    if changed:
        return Check(
            name="log",
            result=Result.UNKNOWN,
            found=f"{found}; since then {', '.join(changed[:_SHOWN])} changed, and whether the"
            " target takes it now is not known",
            evidence={**evidence, "changedSince": changed},
            gate=facts.account is None,
        )
    # An account that exists keeps existing while its updates fail.
    decides = facts.account is None
    return Check(name="log", result=Result.FAILED, found=found, evidence=evidence, decides=decides)


def _changed(
    record: models.ProvisioningObjectSummary, values: tuple[MappedValue, ...]
) -> Iterator[str]:
    """Yield the attributes of a record that have another value now.

    Only plain texts are compared: the log writes anything else in forms of its own.
    """
    now = {one.target: one for one in values if not one.varies}
    for one in record.modified_properties or ():
        mapped, logged = now.get(one.display_name or ""), one.new_value
        if mapped is None or logged is None or logged == REDACTED:
            continue
        value = mapped.on_create.value
        if isinstance(value, str) and value != REDACTED and value != logged.strip('"'):
            yield mapped.target


def check_connection(facts: Facts) -> Check:
    """Check that the job has linked the user to an account."""
    found = facts.connection
    if isinstance(found, models.ObjectConnection):
        return Check(
            name="connection",
            result=Result.PASSED,
            found=f"The user is linked to the account {found.target_anchor}",
            evidence={"targetAnchor": found.target_anchor, "sourceAnchor": found.source_anchor},
        )
    if isinstance(found, Unread):
        # The log may know the account.
        return Check(
            name="connection",
            result=Result.UNKNOWN,
            found=f"The object connection could not be read: {found.why}",
            gate=facts.logged_account is None,
        )
    return Check(
        name="connection",
        result=Result.PASSED,
        found="The user is not linked to an account yet",
        evidence={"targetAnchor": None},
    )
