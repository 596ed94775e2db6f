"""POST /{owner}/synchronization/acquireAccessToken"""

from __future__ import annotations

from ...models.acquire_access_token_request import AcquireAccessTokenRequest
from ...types import Operation, Owner


def acquire_access_token(
    owner: Owner,
    body: AcquireAccessTokenRequest,
) -> Operation[None]:
    """Let the service fetch an OAuth token of the target and keep it.

    Answers 204 and never shows the token. Which keys a connector needs is not documented; likely
    the authorization code, redirect URI, client id and secret. Absent from the USNat cloud.

    One request; never repeated blindly.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronization-acquireaccesstoken
    """
    return Operation[None](
        name="acquire_access_token",
        method="POST",
        path=owner.path + "/synchronization/acquireAccessToken",
        body=body.to_dict(),
        content_type="application/json",
        repeatable=False,
    )
