"""PATCH /{owner}/synchronization/jobs/{job_id}/schema"""

from __future__ import annotations

from ...models.synchronization_schema import SynchronizationSchema
from ...types import Operation, Owner, Reads, segment


def update_job_schema(
    owner: Owner,
    job_id: str,
    body: SynchronizationSchema,
) -> Operation[SynchronizationSchema | None]:
    """Change parts of a job's schema; not served: answered with 404.

    The metadata declares this PATCH, the service knows no such route. Use `replace_job_schema` with
    the whole schema.

    Not served: the metadata declares this call and the service refuses it.
    One request; never repeated blindly.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-update
    """
    return Operation[SynchronizationSchema | None](
        name="update_job_schema",
        method="PATCH",
        path=owner.path + "/synchronization/jobs/" + segment(job_id, "the job_id") + "/schema",
        body=body.to_dict(),
        content_type="application/json",
        reads=Reads.JSON,
        convert=SynchronizationSchema.from_dict,
        optional=True,
        repeatable=False,
        served=False,
    )
