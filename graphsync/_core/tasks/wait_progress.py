"""What a wait for a job reports on the way."""

from __future__ import annotations

from attrs import frozen

from graphsync.errors import GraphError
from graphsync_client import models


@frozen
class WaitProgress:
    """A wait after one look at the job, as a progress callback gets it."""

    job_id: str
    status: models.SynchronizationStatus | None
    """As it was just read; None while the job cannot be seen."""
    waited: float
    """Seconds since the wait began."""
    next_look: float
    """Seconds until the job is read again."""
    error: GraphError | None
    """Why this look failed, if it did."""
