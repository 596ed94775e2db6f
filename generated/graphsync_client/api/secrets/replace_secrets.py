"""PUT /{owner}/synchronization/secrets"""

from __future__ import annotations

from ...models.replace_secrets_request import ReplaceSecretsRequest
from ...types import Operation, Owner


def replace_secrets(
    owner: Owner,
    body: ReplaceSecretsRequest,
) -> Operation[None]:
    """As the Graph reference describes it.

    One request; may be repeated.

    Reference: https://learn.microsoft.com/graph
    """
    return Operation[None](
        name="replace_secrets",
        method="PUT",
        path=owner.path + "/synchronization/secrets",
        body=body.to_dict(),
        content_type="application/json",
        repeatable=True,
    )
