"""Graph's `synchronizationTaskExecutionResult`."""

from __future__ import annotations

from ..types import OpenEnum


class SynchronizationTaskExecutionResult(OpenEnum):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    SUCCEEDED = "Succeeded"
    """As the Graph reference describes it."""
    FAILED = "Failed"
    """As the Graph reference describes it."""
    ENTRY_LEVEL_ERRORS = "EntryLevelErrors"
    """As the Graph reference describes it."""
