"""POST /{owner}/synchronization/templates/{template_id}/schema/directories"""

from __future__ import annotations

from ...models.directory_definition import DirectoryDefinition
from ...types import Operation, Owner, Reads, segment


def create_template_directory(
    owner: Owner,
    template_id: str,
    body: DirectoryDefinition,
) -> Operation[DirectoryDefinition]:
    """Add a directory to a template's schema.

    Declared in the metadata, without a page in the reference; the documented way is
    `replace_template_schema`.

    One request; never repeated blindly.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-directorydefinition
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
