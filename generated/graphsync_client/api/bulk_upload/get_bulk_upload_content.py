"""GET /{owner}/synchronization/jobs/{job_id}/bulkUpload/$value"""

from __future__ import annotations

from ...types import Operation, Owner, Reads, read_bytes, segment


def get_bulk_upload_content(
    owner: Owner,
    job_id: str,
) -> Operation[bytes]:
    """As the Graph reference describes it.

    One request; may be repeated.

    Reference: https://learn.microsoft.com/graph
    """
    return Operation[bytes](
        name="get_bulk_upload_content",
        method="GET",
        path=owner.path + "/synchronization/jobs/" + segment(job_id, "the job_id") + "/bulkUpload/$value",
        reads=Reads.BYTES,
        convert=read_bytes,
        repeatable=True,
    )
