"""Graph's `synchronizationStatusCode`."""

from __future__ import annotations

from ..types import OpenEnum


class SynchronizationStatusCode(OpenEnum):
    """Where a job stands in its life.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationstatus
    """

    NOT_CONFIGURED = "NotConfigured"
    """Never run, and no credentials given; new jobs were seen as this or as `Paused`."""
    NOT_RUN = "NotRun"
    """Set up and perhaps started, but no run has ended yet."""
    ACTIVE = "Active"
    """Runs cycle by cycle; also while a cycle is going on, there is no code for that."""
    PAUSED = "Paused"
    """Does not run, its state is kept; also seen on jobs that are new."""
    QUARANTINE = "Quarantine"
    """In trouble; tried at longer and longer intervals, and disabled after some four weeks."""
