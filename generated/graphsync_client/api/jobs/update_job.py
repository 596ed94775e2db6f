"""PATCH /{owner}/synchronization/jobs/{job_id}"""

from __future__ import annotations

from ...models.synchronization_job import SynchronizationJob
from ...types import Operation, Owner, Reads, segment


def update_job(
    owner: Owner,
    job_id: str,
    body: SynchronizationJob,
) -> Operation[SynchronizationJob | None]:
    """As the Graph reference describes it.

    Not served: the metadata declares this call and the service refuses it.
    One request; never repeated blindly.

    Reference: https://learn.microsoft.com/graph
    """
    return Operation[SynchronizationJob | None](
        name="update_job",
        method="PATCH",
        path=owner.path + "/synchronization/jobs/" + segment(job_id, "the job_id"),
        body=body.to_dict(),
        content_type="application/json",
        reads=Reads.JSON,
        convert=SynchronizationJob.from_dict,
        optional=True,
        repeatable=False,
        served=False,
    )
