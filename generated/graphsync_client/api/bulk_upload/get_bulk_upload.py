"""GET /{owner}/synchronization/jobs/{job_id}/bulkUpload"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.synchronization_job import BulkUpload
from ...types import Operation, Owner, Reads, query, segment


def get_bulk_upload(
    owner: Owner,
    job_id: str,
    *,
    select: Sequence[str] | None = None,
    expand: Sequence[str] | None = None,
) -> Operation[BulkUpload]:
    """Read the upload entry of a job.

    Declared in the metadata, without a page in the reference. The entry has an id and a stream,
    nothing about past uploads: those are in the provisioning logs.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.Read.All or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.Read.All or Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-bulkupload
    """
    return Operation[BulkUpload](
        name="get_bulk_upload",
        method="GET",
        path=owner.path + "/synchronization/jobs/" + segment(job_id, "the job_id") + "/bulkUpload",
        query=query(
            ("$select", select),
            ("$expand", expand),
        ),
        reads=Reads.JSON,
        convert=BulkUpload.from_dict,
        repeatable=True,
    )
