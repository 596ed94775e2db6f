"""What to do about a quarantine."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from graphsync_client import models

QUARANTINE_LIMIT: Final = timedelta(days=28)
"""How long the service keeps trying before it disables a job."""

_VOLUME: Final = (
    "too many objects fail: read the failures in the provisioning logs, correct the data or the "
    "mappings, then restart(Scope.ESCROWS | Scope.QUARANTINE_STATE)"
)
_BY_REASON: Final = {
    "TooManyDeletes": (
        "check who would be deleted (provisioning logs, action stagedDelete); if that is right,"
        " restart(Scope.FORCE_DELETES) lets the deletions pass, else correct scope or assignments"
        " first"
    ),
    "EncounteredBaseEscrowThreshold": _VOLUME,
    "EncounteredTotalEscrowThreshold": _VOLUME,
    "EncounteredEscrowProportionThreshold": _VOLUME,
    "IngestionInterrupted": (
        "reading from the source broke off: check the source or its connector, then start() the job"
    ),
    "QuarantinedOnDemand": "Microsoft stopped the job: open a support request with the job's id",
}
_CREDENTIALS: Final = (
    "the target refuses the credentials, or they are missing: write working ones with "
    "secrets.rotate(), then start() the job"
)
_TARGET: Final = (
    "correct what the error names at the target or in its settings, test it with "
    "validate_credentials(), then start() the job"
)
# Not "credential" alone: a target that does not answer is `...CredentialValidationUnavailable`.
_CREDENTIAL_WORDS: Final = ("invalidcredential", "credentialsmissing", "unauthorized", "password")


def quarantine_advice(quarantine: models.SynchronizationQuarantine) -> str:
    """Return what to do about a quarantine, as one sentence without a full stop."""
    known = _BY_REASON.get(str(quarantine.reason or ""))
    if known is not None:
        return known
    return _CREDENTIALS if is_about_credentials(quarantine.error) else _TARGET


def is_about_credentials(error: models.SynchronizationError | None) -> bool:
    """Return whether a failure's code says that credentials are refused or missing."""
    code = (error.code or "").casefold() if error is not None else ""
    return any(word in code for word in _CREDENTIAL_WORDS)


def disabled_after(quarantine: models.SynchronizationQuarantine) -> datetime | None:
    """Return when the service disables a quarantined job; None where it does not say since when."""
    began = quarantine.series_began or quarantine.current_began
    return None if began is None else began + QUARANTINE_LIMIT
