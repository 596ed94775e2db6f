"""POST /{owner}/synchronization/jobs/{job_id}/start"""

from __future__ import annotations

from ...types import Operation, Owner, segment


def start_job(
    owner: Owner,
    job_id: str,
) -> Operation[None]:
    """Start a job, or resume one that is paused or in quarantine.

    Answers 204. A paused job goes on where it stood; a quarantine is lifted. Do not start a running
    job again and again: that can keep it from making progress. 403 and 409 may follow another
    change and pass by themselves.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-start
    """
    return Operation[None](
        name="start_job",
        method="POST",
        path=owner.path + "/synchronization/jobs/" + segment(job_id, "the job_id") + "/start",
        repeatable=True,
    )
