"""POST /{owner}/synchronization/templates/{template_id}/schema/directories"""

from __future__ import annotations

from ...models.directory_definition import DirectoryDefinition
from ...types import Operation, Owner, Reads, segment


def create_template_directory(
    owner: Owner,
    template_id: str,
    body: DirectoryDefinition,
) -> Operation[DirectoryDefinition]:
    """As the Graph reference describes it.

    One request; never repeated blindly.

    Reference: https://learn.microsoft.com/graph
    """
    return Operation[DirectoryDefinition](
        name="create_template_directory",
        method="POST",
        path=owner.path
        + "/synchronization/templates/"
        + segment(template_id, "the template_id")
        + "/schema/directories",
        body=body.to_dict(),
        content_type="application/json",
        reads=Reads.JSON,
        convert=DirectoryDefinition.from_dict,
        repeatable=False,
    )
