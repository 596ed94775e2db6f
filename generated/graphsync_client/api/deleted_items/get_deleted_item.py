"""GET /directory/deletedItems/{deleted_item_id}"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.directory_object import DirectoryObject
from ...types import Operation, Reads, query, segment


def get_deleted_item(
    deleted_item_id: str,
    *,
    select: Sequence[str] | None = None,
    expand: Sequence[str] | None = None,
) -> Operation[DirectoryObject]:
    """Read a deleted object that can still be restored.

    One request; may be repeated.
    Application permission: User.Read.All or User.ReadWrite.All or Directory.Read.All.
    Delegated permission: User.Read.All or User.ReadWrite.All or Directory.Read.All.

    Reference: https://learn.microsoft.com/graph/api/directory-deleteditems-get
    """
    return Operation[DirectoryObject](
        name="get_deleted_item",
        method="GET",
        path="/directory/deletedItems/" + segment(deleted_item_id, "the deleted_item_id"),
        query=query(
            ("$select", select),
            ("$expand", expand),
        ),
        reads=Reads.JSON,
        convert=DirectoryObject.from_dict,
        repeatable=True,
    )
