"""DELETE /{owner}/synchronization"""

from __future__ import annotations

from ...types import Operation, Owner


def delete_synchronization(
    owner: Owner,
    *,
    if_match: str | None = None,
) -> Operation[None]:
    """As the Graph reference describes it.

    One request; may be repeated.

    Reference: https://learn.microsoft.com/graph
    """
    operation = Operation[None](
        name="delete_synchronization",
        method="DELETE",
        path=owner.path + "/synchronization",
        repeatable=True,
    )
    if if_match is not None:
        operation = operation.with_headers({"If-Match": if_match})
    return operation
