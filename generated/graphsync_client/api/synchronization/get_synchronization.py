"""GET /{owner}/synchronization"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.synchronization import Synchronization
from ...types import Operation, Owner, Reads, query


def get_synchronization(
    owner: Owner,
    *,
    select: Sequence[str] | None = None,
    expand: Sequence[str] | None = None,
) -> Operation[Synchronization]:
    """Read the provisioning root of a service principal or application.

    Declared in the metadata, without a page in the reference. Jobs, templates and secrets have
    calls of their own.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.Read.All or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.Read.All or Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronization
    """
    return Operation[Synchronization](
        name="get_synchronization",
        method="GET",
        path=owner.path + "/synchronization",
        query=query(
            ("$select", select),
            ("$expand", expand),
        ),
        reads=Reads.JSON,
        convert=Synchronization.from_dict,
        repeatable=True,
    )
