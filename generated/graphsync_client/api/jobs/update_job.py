"""PATCH /{owner}/synchronization/jobs/{job_id}"""

from __future__ import annotations

from ...models.synchronization_job import SynchronizationJob
from ...types import Operation, Owner, Reads, segment


def update_job(
    owner: Owner,
    job_id: str,
    body: SynchronizationJob,
) -> Operation[SynchronizationJob | None]:
    """Change a job; not served: answered with 404.

    The metadata declares this PATCH, the service knows no such route and answers 404 with a JSON
    text that says so. Use `start_job`, `pause_job`, `restart_job`, and the schema and secrets
    calls.

    Not served: the metadata declares this call and the service refuses it.
    One request; never repeated blindly.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationjob
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
