"""POST /{owner}/synchronization/jobs/{job_id}/restart"""

from __future__ import annotations

from ...models.restart_job_request import RestartJobRequest
from ...types import Operation, Owner, segment


def restart_job(
    owner: Owner,
    job_id: str,
    body: RestartJobRequest,
) -> Operation[None]:
    """As the Graph reference describes it.

    One request; never repeated blindly.

    Reference: https://learn.microsoft.com/graph
    """
    return Operation[None](
        name="restart_job",
        method="POST",
        path=owner.path + "/synchronization/jobs/" + segment(job_id, "the job_id") + "/restart",
        body=body.to_dict(),
        content_type="application/json",
        repeatable=False,
    )
