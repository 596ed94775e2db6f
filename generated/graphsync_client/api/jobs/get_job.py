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
    """As the Graph reference describes it.

    One request; may be repeated.

    Reference: https://learn.microsoft.com/graph
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
