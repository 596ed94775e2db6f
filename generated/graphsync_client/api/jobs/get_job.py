"""GET /{owner}/synchronization/jobs/{job_id}"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.synchronization_job import SynchronizationJob
from ...types import Operation, Owner, Reads, query, segment


def get_job(
    owner: Owner,
    job_id: str,
    *,
    select: Sequence[str] | None = None,
    expand: Sequence[str] | None = None,
) -> Operation[SynchronizationJob]:
    """Read a provisioning job with its schedule and status.

    A job that is not there is answered with 404, and so is a new one for a while. The id is opaque
    text, not a GUID.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.Read.All or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.Read.All or Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-get
    """
    return Operation[SynchronizationJob](
        name="get_job",
        method="GET",
        path=owner.path + "/synchronization/jobs/" + segment(job_id, "the job_id"),
        query=query(
            ("$select", select),
            ("$expand", expand),
        ),
        reads=Reads.JSON,
        convert=SynchronizationJob.from_dict,
        repeatable=True,
    )
