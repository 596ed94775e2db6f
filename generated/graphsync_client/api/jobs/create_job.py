"""POST /{owner}/synchronization/jobs"""

from __future__ import annotations

from ...models.synchronization_job import SynchronizationJob
from ...types import Operation, Owner, Reads


def create_job(
    owner: Owner,
    body: SynchronizationJob,
) -> Operation[SynchronizationJob]:
    """As the Graph reference describes it.

    One request; never repeated blindly.

    Reference: https://learn.microsoft.com/graph
    """
    return Operation[SynchronizationJob](
        name="create_job",
        method="POST",
        path=owner.path + "/synchronization/jobs",
        body=body.to_dict(),
        content_type="application/json",
        reads=Reads.JSON,
        convert=SynchronizationJob.from_dict,
        repeatable=False,
    )
