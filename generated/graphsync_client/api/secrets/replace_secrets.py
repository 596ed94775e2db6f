"""PUT /{owner}/synchronization/secrets"""

from __future__ import annotations

from ...models.replace_secrets_request import ReplaceSecretsRequest
from ...types import Operation, Owner


def replace_secrets(
    owner: Owner,
    body: ReplaceSecretsRequest,
) -> Operation[None]:
    """Store the credentials and settings of the target, all of them at once.

    PUT, answers 204. Send every key with its real value, never a `*` that was read. Whether a key
    that is left out stays or goes is contradictory: remove one by sending the empty text, or `{}`
    for `SyncNotificationSettings`. Secrets belong to the owner, may be stored before any job
    exists, and outlive every job. US Government clouds limit them to about 1 KB in all. 403 and 409
    may follow another change and pass by themselves.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/synchronization-serviceprincipal-put-synchronization
    """
    return Operation[None](
        name="replace_secrets",
        method="PUT",
        path=owner.path + "/synchronization/secrets",
        body=body.to_dict(),
        content_type="application/json",
        repeatable=True,
    )
