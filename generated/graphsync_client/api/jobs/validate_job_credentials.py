"""POST /{owner}/synchronization/jobs/{job_id}/validateCredentials"""

from __future__ import annotations

from ...models.validate_credentials_request import ValidateCredentialsRequest
from ...types import Operation, Owner, segment


def validate_job_credentials(
    owner: Owner,
    job_id: str,
    body: ValidateCredentialsRequest,
) -> Operation[None]:
    """As the Graph reference describes it.

    One request; may be repeated.

    Reference: https://learn.microsoft.com/graph
    """
    return Operation[None](
        name="validate_job_credentials",
        method="POST",
        path=owner.path + "/synchronization/jobs/" + segment(job_id, "the job_id") + "/validateCredentials",
        body=body.to_dict(),
        content_type="application/json",
        repeatable=True,
    )
