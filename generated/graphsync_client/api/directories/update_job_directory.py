"""PATCH /{owner}/synchronization/jobs/{job_id}/schema/directories/{directory_id}"""

from __future__ import annotations

from ...models.directory_definition import DirectoryDefinition
from ...types import Operation, Owner, Reads, segment


def update_job_directory(
    owner: Owner,
    job_id: str,
    directory_id: str,
    body: DirectoryDefinition,
) -> Operation[DirectoryDefinition | None]:
    """Change a directory of a job's schema.

    Declared in the metadata, without a page in the reference; the documented way is
    `replace_job_schema`.

    One request; never repeated blindly.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-directorydefinition
    """
    return Operation[DirectoryDefinition | None](
        name="update_job_directory",
        method="PATCH",
        path=owner.path
        + "/synchronization/jobs/"
        + segment(job_id, "the job_id")
        + "/schema/directories/"
        + segment(directory_id, "the directory_id"),
        body=body.to_dict(),
        content_type="application/json",
        reads=Reads.JSON,
        convert=DirectoryDefinition.from_dict,
        optional=True,
        repeatable=False,
    )
