"""PUT /{owner}/synchronization/jobs/{job_id}/bulkUpload/$value"""

from __future__ import annotations

from ...types import Operation, Owner, segment


def replace_bulk_upload_content(
    owner: Owner,
    job_id: str,
    body: bytes,
) -> Operation[None]:
    """As the Graph reference describes it.

    One request; may be repeated.

    Reference: https://learn.microsoft.com/graph
    """
    return Operation[None](
        name="replace_bulk_upload_content",
        method="PUT",
        path=owner.path + "/synchronization/jobs/" + segment(job_id, "the job_id") + "/bulkUpload/$value",
        body=body,
        content_type="application/octet-stream",
        repeatable=True,
    )
