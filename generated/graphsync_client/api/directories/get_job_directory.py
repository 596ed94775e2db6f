"""GET /{owner}/synchronization/jobs/{job_id}/schema/directories/{directory_id}"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.directory_definition import DirectoryDefinition
from ...types import Operation, Owner, Reads, query, segment


def get_job_directory(
    owner: Owner,
    job_id: str,
    directory_id: str,
    *,
    select: Sequence[str] | None = None,
    expand: Sequence[str] | None = None,
) -> Operation[DirectoryDefinition]:
    """Read a directory of a job's schema.

    Declared in the metadata, without a page in the reference; `get_job_schema` has it inline.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.Read.All or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.Read.All or Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-directorydefinition
    """
    return Operation[DirectoryDefinition](
        name="get_job_directory",
        method="GET",
        path=owner.path
        + "/synchronization/jobs/"
        + segment(job_id, "the job_id")
        + "/schema/directories/"
        + segment(directory_id, "the directory_id"),
        query=query(
            ("$select", select),
            ("$expand", expand),
        ),
        reads=Reads.JSON,
        convert=DirectoryDefinition.from_dict,
        repeatable=True,
    )
