"""POST /{owner}/synchronization/jobs/{job_id}/validateCredentials"""

from __future__ import annotations

from ...models.validate_credentials_request import ValidateCredentialsRequest
from ...types import Operation, Owner, segment


def validate_job_credentials(
    owner: Owner,
    job_id: str,
    body: ValidateCredentialsRequest,
) -> Operation[None]:
    """Test the stored or the given credentials against the target of a job.

    With `use_saved_credentials` the stored ones are tested and `credentials` is ignored. Answers
    204 if they work; a failure carries the connector's code. Nothing is stored.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-validatecredentials
    """
    return Operation[None](
        name="validate_job_credentials",
        method="POST",
        path=owner.path + "/synchronization/jobs/" + segment(job_id, "the job_id") + "/validateCredentials",
        body=body.to_dict(),
        content_type="application/json",
        repeatable=True,
    )
