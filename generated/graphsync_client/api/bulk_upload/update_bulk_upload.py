"""PATCH /{owner}/synchronization/jobs/{job_id}/bulkUpload"""

from __future__ import annotations

from ...models.synchronization_job import BulkUpload
from ...types import Operation, Owner, Reads, segment


def update_bulk_upload(
    owner: Owner,
    job_id: str,
    body: BulkUpload,
) -> Operation[BulkUpload | None]:
    """Change the upload entry of a job.

    Declared in the metadata, without a page in the reference. Records are sent with
    `perform_bulk_upload`.

    One request; never repeated blindly.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-bulkupload
    """
    return Operation[BulkUpload | None](
        name="update_bulk_upload",
        method="PATCH",
        path=owner.path + "/synchronization/jobs/" + segment(job_id, "the job_id") + "/bulkUpload",
        body=body.to_dict(),
        content_type="application/json",
        reads=Reads.JSON,
        convert=BulkUpload.from_dict,
        optional=True,
        repeatable=False,
    )
