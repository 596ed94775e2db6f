"""Quarantine: when a job enters it, when it tries again, when the service gives up."""

from dataclasses import dataclass

from graphsync.emulator.document import Document
from graphsync.emulator.switches import Switches
from graphsync.emulator.times import iso, moment

_HOUR = 3600.0
_LATER_RETRIES = (12 * _HOUR, 24 * _HOUR)
_DAY = 24 * _HOUR


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a job is quarantined; `reason` is one of the service's quarantine reasons."""

    code: str
    message: str
    reason: str = "EncounteredQuarantineException"
    actionable: bool = True

    def error(self) -> Document:
        """Return the `synchronizationError` of it."""
        return {"code": self.code, "message": self.message, "tenantActionable": self.actionable}


def quarantined(cause: Cause) -> str:
    """Return the reason that the directory audit of a quarantine gives."""
    return f"This run profile is being quarantined because of: {cause.reason}"


def enter(job: Document, cause: Cause, now: float, switches: Switches) -> float:
    """Quarantine a job, or keep it there after another failure; return when it tries again.

    The first three retries come 6, 12 and 24 hours after the first failure, the others a day after
    the last one.
    """
    status = job["status"]
    previous = status["quarantine"]
    began = moment(previous["seriesBegan"]) if previous else now
    failures = int(previous["seriesCount"]) + 1 if previous else 1
    retries = (switches.first_retry_hours * _HOUR, *_LATER_RETRIES)
    following = began + retries[failures - 1] if failures <= len(retries) else now + _DAY
    following = following if following > now else now + _DAY
    status["code"] = "Quarantine"
    status["countSuccessiveCompleteFailures"] += 1
    status["quarantine"] = {
        "currentBegan": previous["currentBegan"] if previous else iso(now),
        "nextAttempt": iso(following),
        "reason": cause.reason,
        "seriesBegan": iso(began),
        "seriesCount": failures,
        "error": cause.error(),
    }
    return following


def leave(job: Document, *, completed: bool) -> None:
    """Lift the quarantine, if there is one."""
    status = job["status"]
    status["countSuccessiveCompleteFailures"] = 0
    status["quarantine"] = None
    status["code"] = "Active" if completed else "NotRun"


def is_over(job: Document, now: float, switches: Switches) -> bool:
    """Return whether a job was quarantined for so long that the service disables it."""
    quarantine = job["status"]["quarantine"]
    return (
        bool(quarantine)
        and now >= moment(quarantine["seriesBegan"]) + switches.quarantine_days * _DAY
    )


def disable(job: Document, switches: Switches) -> None:
    """Disable a job that stayed in quarantine too long."""
    job["schedule"]["state"] = "Disabled"
    job["status"]["code"] = switches.disabled_code


def by_volume(
    escrows: int, reference_escrows: int, events: int, switches: Switches
) -> Cause | None:
    """Decide whether so many objects failed that the job is quarantined.

    References count in the last rule only.
    """
    failed = f"{escrows} of {events} objects failed."
    if escrows + reference_escrows >= switches.total_escrows:
        return Cause("EscrowThresholdReached", failed, "EncounteredTotalEscrowThreshold")
    if escrows > switches.base_escrows:
        return Cause("EscrowThresholdReached", failed, "EncounteredBaseEscrowThreshold")
    if escrows >= switches.escrow_floor and escrows > switches.escrow_proportion * events:
        return Cause("EscrowThresholdReached", failed, "EncounteredEscrowProportionThreshold")
    return None
