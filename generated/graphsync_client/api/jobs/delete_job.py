"""DELETE /{owner}/synchronization/jobs/{job_id}"""

from __future__ import annotations

from ...types import Operation, Owner, segment


def delete_job(
    owner: Owner,
    job_id: str,
    *,
    if_match: str | None = None,
) -> Operation[None]:
    """Stop a job and delete it with its state.

    Answers 204. Watermark, failures and links are lost, provisioned accounts and the secrets stay.
    The job may be readable for a while. 403 and 409 may follow another change and pass by
    themselves.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-delete
    """
    operation = Operation[None](
        name="delete_job",
        method="DELETE",
        path=owner.path + "/synchronization/jobs/" + segment(job_id, "the job_id"),
        repeatable=True,
    )
    if if_match is not None:
        operation = operation.with_headers({"If-Match": if_match})
    return operation
