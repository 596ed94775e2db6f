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
    """As the Graph reference describes it.

    One request; may be repeated.

    Reference: https://learn.microsoft.com/graph
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
