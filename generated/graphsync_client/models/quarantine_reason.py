"""Graph's `quarantineReason`."""

from __future__ import annotations

from ..types import OpenEnum


class QuarantineReason(OpenEnum):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    ENCOUNTERED_BASE_ESCROW_THRESHOLD = "EncounteredBaseEscrowThreshold"
    """As the Graph reference describes it."""
    ENCOUNTERED_TOTAL_ESCROW_THRESHOLD = "EncounteredTotalEscrowThreshold"
    """As the Graph reference describes it."""
    ENCOUNTERED_ESCROW_PROPORTION_THRESHOLD = "EncounteredEscrowProportionThreshold"
    """As the Graph reference describes it."""
    ENCOUNTERED_QUARANTINE_EXCEPTION = "EncounteredQuarantineException"
    """As the Graph reference describes it."""
    UNKNOWN = "Unknown"
    """As the Graph reference describes it."""
    QUARANTINED_ON_DEMAND = "QuarantinedOnDemand"
    """As the Graph reference describes it."""
    TOO_MANY_DELETES = "TooManyDeletes"
    """As the Graph reference describes it."""
    INGESTION_INTERRUPTED = "IngestionInterrupted"
    """As the Graph reference describes it."""
