"""PUT /{owner}/synchronization/jobs/{job_id}/bulkUpload/$value"""

from __future__ import annotations

from ...types import Operation, Owner, segment


def replace_bulk_upload_content(
    owner: Owner,
    job_id: str,
    body: bytes,
) -> Operation[None]:
    """Replace the bytes of the upload stream.

    Declared in the metadata, without a page in the reference. Records are sent with
    `perform_bulk_upload`.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-bulkupload
    """
    return Operation[None](
        name="replace_bulk_upload_content",
        method="PUT",
        path=owner.path + "/synchronization/jobs/" + segment(job_id, "the job_id") + "/bulkUpload/$value",
        body=body,
        content_type="application/octet-stream",
        repeatable=True,
    )
