"""DELETE /{owner}/synchronization/jobs/{job_id}/schema"""

from __future__ import annotations

from ...types import Operation, Owner, segment


def delete_job_schema(
    owner: Owner,
    job_id: str,
    *,
    if_match: str | None = None,
) -> Operation[None]:
    """Reset the schema of a job to the default of its template.

    Answers 204. All changes of mappings, scope and attributes are lost; the next cycle looks at all
    objects again.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-delete
    """
    operation = Operation[None](
        name="delete_job_schema",
        method="DELETE",
        path=owner.path + "/synchronization/jobs/" + segment(job_id, "the job_id") + "/schema",
        repeatable=True,
    )
    if if_match is not None:
        operation = operation.with_headers({"If-Match": if_match})
    return operation
