"""DELETE /{owner}/synchronization/jobs/{job_id}/bulkUpload"""

from __future__ import annotations

from ...types import Operation, Owner, segment


def delete_bulk_upload(
    owner: Owner,
    job_id: str,
    *,
    if_match: str | None = None,
) -> Operation[None]:
    """As the Graph reference describes it.

    One request; may be repeated.

    Reference: https://learn.microsoft.com/graph
    """
    operation = Operation[None](
        name="delete_bulk_upload",
        method="DELETE",
        path=owner.path + "/synchronization/jobs/" + segment(job_id, "the job_id") + "/bulkUpload",
        repeatable=True,
    )
    if if_match is not None:
        operation = operation.with_headers({"If-Match": if_match})
    return operation
