"""DELETE /directory/deletedItems/{deleted_item_id}"""

from __future__ import annotations

from ...types import Operation, segment


def delete_deleted_item(
    deleted_item_id: str,
    *,
    if_match: str | None = None,
) -> Operation[None]:
    """Delete a deleted object for good.

    For users the application needs `User.DeleteRestore.All` or `User.ReadWrite.All`.

    One request; may be repeated.
    Application permission: User.ReadWrite.All or Directory.ReadWrite.All.
    Delegated permission: User.ReadWrite.All or Directory.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/directory-deleteditems-delete
    """
    operation = Operation[None](
        name="delete_deleted_item",
        method="DELETE",
        path="/directory/deletedItems/" + segment(deleted_item_id, "the deleted_item_id"),
        repeatable=True,
    )
    if if_match is not None:
        operation = operation.with_headers({"If-Match": if_match})
    return operation
