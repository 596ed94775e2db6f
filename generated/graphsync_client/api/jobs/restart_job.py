"""POST /{owner}/synchronization/jobs/{job_id}/restart"""

from __future__ import annotations

from ...models.restart_job_request import RestartJobRequest
from ...types import Operation, Owner, segment


def restart_job(
    owner: Owner,
    job_id: str,
    body: RestartJobRequest,
) -> Operation[None]:
    """Start a job over, forgetting what the reset scope names.

    Answers 204. An empty scope means `QuarantineState, Watermark, Escrows`, as the portal's
    restart. `None` and `ConnectorDataStore` are advised against; `ForceDeletes` goes alone. On
    API-driven jobs a restart between cycles drops uploads that are not processed yet. Some callers
    with no more than Application.ReadWrite.OwnedBy were answered with 401. 403 and 409 may follow
    another change and pass by themselves.

    One request; never repeated blindly.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-restart
    """
    return Operation[None](
        name="restart_job",
        method="POST",
        path=owner.path + "/synchronization/jobs/" + segment(job_id, "the job_id") + "/restart",
        body=body.to_dict(),
        content_type="application/json",
        repeatable=False,
    )
