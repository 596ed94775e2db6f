"""POST /{owner}/synchronization/jobs/{job_id}/schema/directories/{directory_id}/discover"""

from __future__ import annotations

from ...models.directory_definition import DirectoryDefinition
from ...types import Operation, Owner, Reads, segment


def discover_job_directory(
    owner: Owner,
    job_id: str,
    directory_id: str,
) -> Operation[DirectoryDefinition]:
    """As the Graph reference describes it.

    One request; never repeated blindly.

    Reference: https://learn.microsoft.com/graph
    """
    return Operation[DirectoryDefinition](
        name="discover_job_directory",
        method="POST",
        path=owner.path
        + "/synchronization/jobs/"
        + segment(job_id, "the job_id")
        + "/schema/directories/"
        + segment(directory_id, "the directory_id")
        + "/discover",
        reads=Reads.JSON,
        convert=DirectoryDefinition.from_dict,
        repeatable=False,
    )
