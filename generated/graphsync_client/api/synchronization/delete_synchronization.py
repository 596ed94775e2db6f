"""DELETE /{owner}/synchronization"""

from __future__ import annotations

from ...types import Operation, Owner


def delete_synchronization(
    owner: Owner,
    *,
    if_match: str | None = None,
) -> Operation[None]:
    """Delete the provisioning root, and with it whatever it holds.

    Declared in the metadata, without a page in the reference. To end provisioning, delete the job.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronization
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
