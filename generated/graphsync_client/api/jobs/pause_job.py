"""POST /{owner}/synchronization/jobs/{job_id}/pause"""

from __future__ import annotations

from ...types import Operation, Owner, segment


def pause_job(
    owner: Owner,
    job_id: str,
) -> Operation[None]:
    """Pause a job; a cycle that is running still ends, and all state is kept.

    Answers 204. There is no stop: pause for a time, delete for good. 403 and 409 may follow another
    change and pass by themselves.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-pause
    """
    return Operation[None](
        name="pause_job",
        method="POST",
        path=owner.path + "/synchronization/jobs/" + segment(job_id, "the job_id") + "/pause",
        repeatable=True,
    )
