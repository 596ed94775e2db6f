"""DELETE /{owner}/synchronization/jobs/{job_id}/bulkUpload/$value"""

from __future__ import annotations

from ...types import Operation, Owner, segment


def delete_bulk_upload_content(
    owner: Owner,
    job_id: str,
    *,
    if_match: str | None = None,
) -> Operation[None]:
    """Delete the bytes of the upload stream.

    Declared in the metadata, without a page in the reference.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-bulkupload
    """
    operation = Operation[None](
        name="delete_bulk_upload_content",
        method="DELETE",
        path=owner.path + "/synchronization/jobs/" + segment(job_id, "the job_id") + "/bulkUpload/$value",
        repeatable=True,
    )
    if if_match is not None:
        operation = operation.with_headers({"If-Match": if_match})
    return operation
