"""PUT /{owner}/synchronization"""

from __future__ import annotations

from ...models.synchronization import Synchronization
from ...types import Operation, Owner, Reads


def replace_synchronization(
    owner: Owner,
    body: Synchronization,
) -> Operation[Synchronization | None]:
    """As the Graph reference describes it.

    One request; may be repeated.

    Reference: https://learn.microsoft.com/graph
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
