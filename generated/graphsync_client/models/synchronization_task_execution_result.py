"""Graph's `synchronizationTaskExecutionResult`."""

from __future__ import annotations

from ..types import OpenEnum


class SynchronizationTaskExecutionResult(OpenEnum):
    """How a run ended.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationtaskexecution
    """

    SUCCEEDED = "Succeeded"
    """No error."""
    FAILED = "Failed"
    """The run as a whole failed; also reads so before the first run has ended."""
    ENTRY_LEVEL_ERRORS = "EntryLevelErrors"
    """The run went through, single objects failed."""
