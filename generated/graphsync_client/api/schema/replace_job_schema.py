"""PUT /{owner}/synchronization/jobs/{job_id}/schema"""

from __future__ import annotations

from ...models.synchronization_schema import SynchronizationSchema
from ...types import Operation, Owner, segment


def replace_job_schema(
    owner: Owner,
    job_id: str,
    body: SynchronizationSchema,
) -> Operation[None]:
    """As the Graph reference describes it.

    One request; may be repeated.

    Reference: https://learn.microsoft.com/graph
    """
    return Operation[None](
        name="replace_job_schema",
        method="PUT",
        path=owner.path + "/synchronization/jobs/" + segment(job_id, "the job_id") + "/schema",
        body=body.to_dict(),
        content_type="application/json",
        repeatable=True,
    )
