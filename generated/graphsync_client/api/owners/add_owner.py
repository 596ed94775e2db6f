"""POST /{owner}/owners/$ref"""

from __future__ import annotations

from ...models.reference_create import ReferenceCreate
from ...types import Operation, Owner


def add_owner(
    owner: Owner,
    body: ReferenceCreate,
) -> Operation[None]:
    """Add an owner to a service principal or application.

    One request; never repeated blindly.
    Application permission: Application.ReadWrite.OwnedBy or Application.ReadWrite.All.
    Delegated permission: Application.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/application-post-owners
    """
    return Operation[None](
        name="add_owner",
        method="POST",
        path=owner.path + "/owners/$ref",
        body=body.to_dict(),
        content_type="application/json",
        repeatable=False,
    )
