"""POST /{owner}/synchronization/jobs/{job_id}/bulkUpload"""

from __future__ import annotations

from ...models.bulk_request import BulkRequest
from ...types import Operation, Owner, Reads, read_location, segment


def perform_bulk_upload(
    owner: Owner,
    job_id: str,
    body: BulkRequest,
) -> Operation[str | None]:
    """Upload up to 50 user records for the next cycle of an API-driven job.

    POST as `application/scim+json`; another content type or more than 50 operations is answered
    with 400. Answers 202 with a `Location` that points to the provisioning logs, where results show
    5 to 10 minutes after the cycle. There is no answer for each record, and a paused job accepts
    the upload too. At most 40 requests in 5 seconds (another page says 40 a second) and 6,000 a
    day; not safe to repeat blindly. Absent from the USSec, USNat and GovSG clouds.

    One request; never repeated blindly.
    Application permission: SynchronizationData-User.Upload.OwnedBy or SynchronizationData-User.Upload.
    Delegated permission: SynchronizationData-User.Upload.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-post-bulkupload
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
