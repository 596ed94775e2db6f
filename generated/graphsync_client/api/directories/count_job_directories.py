"""GET /{owner}/synchronization/jobs/{job_id}/schema/directories/$count"""

from __future__ import annotations

from ...types import Operation, Owner, Reads, query, read_count, segment


def count_job_directories(
    owner: Owner,
    job_id: str,
    *,
    search: str | None = None,
    filter: str | None = None,
) -> Operation[int]:
    """Count the directories of a job's schema.

    Declared in the metadata; nobody is known to have seen the service answer it.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.Read.All or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.Read.All or Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-directorydefinition
    """
    return Operation[int](
        name="count_job_directories",
        method="GET",
        path=owner.path + "/synchronization/jobs/" + segment(job_id, "the job_id") + "/schema/directories/$count",
        query=query(
            ("$search", search),
            ("$filter", filter),
        ),
        reads=Reads.TEXT,
        convert=read_count,
        repeatable=True,
    )
