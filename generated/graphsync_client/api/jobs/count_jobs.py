"""GET /{owner}/synchronization/jobs/$count"""

from __future__ import annotations

from ...types import Operation, Owner, Reads, query, read_count


def count_jobs(
    owner: Owner,
    *,
    search: str | None = None,
    filter: str | None = None,
) -> Operation[int]:
    """Count the provisioning jobs.

    Declared in the metadata; nobody is known to have seen the service answer it.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.Read.All or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.Read.All or Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronization-list-jobs
    """
    return Operation[int](
        name="count_jobs",
        method="GET",
        path=owner.path + "/synchronization/jobs/$count",
        query=query(
            ("$search", search),
            ("$filter", filter),
        ),
        reads=Reads.TEXT,
        convert=read_count,
        repeatable=True,
    )
