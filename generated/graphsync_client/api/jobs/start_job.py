"""POST /{owner}/synchronization/jobs/{job_id}/start"""

from __future__ import annotations

from ...types import Operation, Owner, segment


def start_job(
    owner: Owner,
    job_id: str,
) -> Operation[None]:
    """As the Graph reference describes it.

    One request; may be repeated.

    Reference: https://learn.microsoft.com/graph
    """
    return Operation[None](
        name="start_job",
        method="POST",
        path=owner.path + "/synchronization/jobs/" + segment(job_id, "the job_id") + "/start",
        repeatable=True,
    )
