"""PUT /{owner}/synchronization/jobs/{job_id}/schema"""

from __future__ import annotations

from ...models.synchronization_schema import SynchronizationSchema
from ...types import Operation, Owner, segment


def replace_job_schema(
    owner: Owner,
    job_id: str,
    body: SynchronizationSchema,
) -> Operation[None]:
    """Replace the schema of a job as a whole.

    PUT, answers 204; the metadata does not know it. What the body leaves out is gone, and of two
    writers the last one wins. A value in the wrong case, such as `always`, is answered with 406.
    The next cycle looks at all objects again. Mapping custom security attributes needs
    CustomSecAttributeProvisioning.ReadWrite.All as well.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-update
    """
    return Operation[None](
        name="replace_job_schema",
        method="PUT",
        path=owner.path + "/synchronization/jobs/" + segment(job_id, "the job_id") + "/schema",
        body=body.to_dict(),
        content_type="application/json",
        repeatable=True,
    )
