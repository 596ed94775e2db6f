"""POST /{owner}/synchronization/acquireAccessToken"""

from __future__ import annotations

from ...models.acquire_access_token_request import AcquireAccessTokenRequest
from ...types import Operation, Owner


def acquire_access_token(
    owner: Owner,
    body: AcquireAccessTokenRequest,
) -> Operation[None]:
    """As the Graph reference describes it.

    One request; never repeated blindly.

    Reference: https://learn.microsoft.com/graph
    """
    return Operation[None](
        name="acquire_access_token",
        method="POST",
        path=owner.path + "/synchronization/acquireAccessToken",
        body=body.to_dict(),
        content_type="application/json",
        repeatable=False,
    )
