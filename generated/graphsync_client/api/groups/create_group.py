"""POST /groups"""

from __future__ import annotations

from ...models.group_collection_response import Group
from ...types import Operation, Reads


def create_group(
    body: Group,
) -> Operation[Group]:
    """Create a group.

    Needs displayName, mailEnabled, mailNickname and securityEnabled.

    One request; never repeated blindly.
    Application permission: Group.ReadWrite.All or Directory.ReadWrite.All.
    Delegated permission: Group.ReadWrite.All or Directory.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/group-post-groups
    """
    return Operation[Group](
        name="create_group",
        method="POST",
        path="/groups",
        body=body.to_dict(),
        content_type="application/json",
        reads=Reads.JSON,
        convert=Group.from_dict,
        repeatable=False,
    )
