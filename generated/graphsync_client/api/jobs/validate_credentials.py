"""POST /{owner}/synchronization/jobs/validateCredentials"""

from __future__ import annotations

from ...models.validate_credentials_request import ValidateCredentialsRequest
from ...types import Operation, Owner


def validate_credentials(
    owner: Owner,
    body: ValidateCredentialsRequest,
) -> Operation[None]:
    """As the Graph reference describes it.

    One request; may be repeated.

    Reference: https://learn.microsoft.com/graph
    """
    return Operation[None](
        name="validate_credentials",
        method="POST",
        path=owner.path + "/synchronization/jobs/validateCredentials",
        body=body.to_dict(),
        content_type="application/json",
        repeatable=True,
    )
