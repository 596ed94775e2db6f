"""Graph's `quarantineReason`."""

from __future__ import annotations

from ..types import OpenEnum


class QuarantineReason(OpenEnum):
    """What brought a job into quarantine. One value at a time, although they look like flags.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationquarantine
    """

    ENCOUNTERED_BASE_ESCROW_THRESHOLD = "EncounteredBaseEscrowThreshold"
    """Too many objects failed, it seems with failed references left out."""
    ENCOUNTERED_TOTAL_ESCROW_THRESHOLD = "EncounteredTotalEscrowThreshold"
    """Too many objects failed, it seems with failed references counted in."""
    ENCOUNTERED_ESCROW_PROPORTION_THRESHOLD = "EncounteredEscrowProportionThreshold"
    """Too large a share failed; looked at from 5,000 failures on."""
    ENCOUNTERED_QUARANTINE_EXCEPTION = "EncounteredQuarantineException"
    """Bad credentials, or a target that breaks the protocol; no count needed."""
    UNKNOWN = "Unknown"
    """No reason was recorded."""
    QUARANTINED_ON_DEMAND = "QuarantinedOnDemand"
    """Imposed by Microsoft; prose also calls it `QuarantineOnDemand`."""
    TOO_MANY_DELETES = "TooManyDeletes"
    """The deletion threshold was reached; a restart with `ForceDeletes` lets them pass."""
    INGESTION_INTERRUPTED = "IngestionInterrupted"
    """Reading from the source broke off; absent from the USNat cloud."""
