"""POST /{owner}/synchronization/jobs/{job_id}/bulkUpload"""

from __future__ import annotations

from ...models.bulk_request import BulkRequest
from ...types import Operation, Owner, Reads, read_location, segment


def perform_bulk_upload(
    owner: Owner,
    job_id: str,
    body: BulkRequest,
) -> Operation[str | None]:
    """As the Graph reference describes it.

    One request; never repeated blindly.

    Reference: https://learn.microsoft.com/graph
    """
    return Operation[str | None](
        name="perform_bulk_upload",
        method="POST",
        path=owner.path + "/synchronization/jobs/" + segment(job_id, "the job_id") + "/bulkUpload",
        body=body.to_dict(),
        content_type="application/scim+json",
        reads=Reads.LOCATION,
        convert=read_location,
        repeatable=False,
    )
