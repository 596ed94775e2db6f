"""PATCH /{owner}/synchronization/templates/{template_id}/schema/directories/{directory_id}"""

from __future__ import annotations

from ...models.directory_definition import DirectoryDefinition
from ...types import Operation, Owner, Reads, segment


def update_template_directory(
    owner: Owner,
    template_id: str,
    directory_id: str,
    body: DirectoryDefinition,
) -> Operation[DirectoryDefinition | None]:
    """As the Graph reference describes it.

    One request; never repeated blindly.

    Reference: https://learn.microsoft.com/graph
    """
    return Operation[DirectoryDefinition | None](
        name="update_template_directory",
        method="PATCH",
        path=owner.path
        + "/synchronization/templates/"
        + segment(template_id, "the template_id")
        + "/schema/directories/"
        + segment(directory_id, "the directory_id"),
        body=body.to_dict(),
        content_type="application/json",
        reads=Reads.JSON,
        convert=DirectoryDefinition.from_dict,
        optional=True,
        repeatable=False,
    )
