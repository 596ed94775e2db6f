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
    """As the Graph reference describes it.

    One request; never repeated blindly.

    Reference: https://learn.microsoft.com/graph
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
