"""POST /{owner}/synchronization/templates/{template_id}/schema/directories/{directory_id}/discover"""

from __future__ import annotations

from ...models.directory_definition import DirectoryDefinition
from ...types import Operation, Owner, Reads, segment


def discover_template_directory(
    owner: Owner,
    template_id: str,
    directory_id: str,
) -> Operation[DirectoryDefinition]:
    """Ask the target of a template which objects and attributes it has.

    Documented for jobs of service principals only. Whether the service keeps the result is not
    documented: to be sure, put it into the schema and write that back.

    One request; never repeated blindly.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/synchronization-directorydefinition-discover
    """
    return Operation[DirectoryDefinition](
        name="discover_template_directory",
        method="POST",
        path=owner.path
        + "/synchronization/templates/"
        + segment(template_id, "the template_id")
        + "/schema/directories/"
        + segment(directory_id, "the directory_id")
        + "/discover",
        reads=Reads.JSON,
        convert=DirectoryDefinition.from_dict,
        repeatable=False,
    )
