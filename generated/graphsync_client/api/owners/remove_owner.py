"""DELETE /{owner}/owners/{owner_id}/$ref"""

from __future__ import annotations

from ...types import Operation, Owner, segment


def remove_owner(
    owner: Owner,
    owner_id: str,
    *,
    if_match: str | None = None,
) -> Operation[None]:
    """Remove an owner of a service principal or application.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Application.ReadWrite.All.
    Delegated permission: Application.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/application-delete-owners
    """
    operation = Operation[None](
        name="remove_owner",
        method="DELETE",
        path=owner.path + "/owners/" + segment(owner_id, "the owner_id") + "/$ref",
        repeatable=True,
    )
    if if_match is not None:
        operation = operation.with_headers({"If-Match": if_match})
    return operation
