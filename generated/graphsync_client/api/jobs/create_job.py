"""POST /{owner}/synchronization/jobs"""

from __future__ import annotations

from ...models.synchronization_job import SynchronizationJob
from ...types import Operation, Owner, Reads


def create_job(
    owner: Owner,
    body: SynchronizationJob,
) -> Operation[SynchronizationJob]:
    """Create a provisioning job from a template; it stays disabled until it is started.

    The body needs `template_id` only, one of the ids that `list_templates` returns for this owner.
    Answers 201. A read shortly afterwards may still find nothing (404), and other calls may be
    answered with 403 or 409 for a while. Owners that were not made from a gallery template have
    none and fail with `UnknownError`.

    One request; never repeated blindly.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronization-post-jobs
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
