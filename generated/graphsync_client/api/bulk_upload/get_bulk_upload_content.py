"""GET /{owner}/synchronization/jobs/{job_id}/bulkUpload/$value"""

from __future__ import annotations

from ...types import Operation, Owner, Reads, read_bytes, segment


def get_bulk_upload_content(
    owner: Owner,
    job_id: str,
) -> Operation[bytes]:
    """Read the bytes of the upload stream.

    Declared in the metadata, without a page in the reference.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.Read.All or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.Read.All or Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-bulkupload
    """
    return Operation[bytes](
        name="get_bulk_upload_content",
        method="GET",
        path=owner.path + "/synchronization/jobs/" + segment(job_id, "the job_id") + "/bulkUpload/$value",
        reads=Reads.BYTES,
        convert=read_bytes,
        repeatable=True,
    )
