"""POST /{owner}/synchronization/jobs/validateCredentials"""

from __future__ import annotations

from ...models.validate_credentials_request import ValidateCredentialsRequest
from ...types import Operation, Owner


def validate_credentials(
    owner: Owner,
    body: ValidateCredentialsRequest,
) -> Operation[None]:
    """Test credentials of the target before a job exists.

    Name the template in the body. Answers 204 if they work; a failure carries the connector's code,
    such as `SystemForCrossDomainIdentityManagementInvalidCredentials`. Nothing is stored.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-validatecredentials
    """
    return Operation[None](
        name="validate_credentials",
        method="POST",
        path=owner.path + "/synchronization/jobs/validateCredentials",
        body=body.to_dict(),
        content_type="application/json",
        repeatable=True,
    )
