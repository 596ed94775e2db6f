"""PUT /{owner}/synchronization"""

from __future__ import annotations

from ...models.synchronization import Synchronization
from ...types import Operation, Owner, Reads


def replace_synchronization(
    owner: Owner,
    body: Synchronization,
) -> Operation[Synchronization | None]:
    """Replace the provisioning root as a whole.

    PUT: what the body leaves out may be lost. Declared in the metadata, without a page in the
    reference; for credentials use `replace_secrets`.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronization
    """
    return Operation[Synchronization | None](
        name="replace_synchronization",
        method="PUT",
        path=owner.path + "/synchronization",
        body=body.to_dict(),
        content_type="application/json",
        reads=Reads.JSON,
        convert=Synchronization.from_dict,
        optional=True,
        repeatable=True,
    )
