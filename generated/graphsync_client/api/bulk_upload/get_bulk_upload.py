"""GET /{owner}/synchronization/jobs/{job_id}/bulkUpload"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.bulk_upload import BulkUpload
from ...types import Operation, Owner, Reads, query, segment


def get_bulk_upload(
    owner: Owner,
    job_id: str,
    *,
    select: Sequence[str] | None = None,
    expand: Sequence[str] | None = None,
) -> Operation[BulkUpload]:
    """As the Graph reference describes it.

    One request; may be repeated.

    Reference: https://learn.microsoft.com/graph
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
