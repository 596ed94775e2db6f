"""GET /{owner}/synchronization/jobs/{job_id}/schema"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.synchronization_schema import SynchronizationSchema
from ...types import Operation, Owner, Reads, query, segment


def get_job_schema(
    owner: Owner,
    job_id: str,
    *,
    select: Sequence[str] | None = None,
    expand: Sequence[str] | None = None,
) -> Operation[SynchronizationSchema]:
    """Read the schema of a job: directories, rules and mappings.

    A document of some hundred kilobytes. Custom security attributes in it need
    CustomSecAttributeProvisioning.Read.All as well.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.Read.All or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.Read.All or Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-get
    """
    return Operation[SynchronizationSchema](
        name="get_job_schema",
        method="GET",
        path=owner.path + "/synchronization/jobs/" + segment(job_id, "the job_id") + "/schema",
        query=query(
            ("$select", select),
            ("$expand", expand),
        ),
        reads=Reads.JSON,
        convert=SynchronizationSchema.from_dict,
        repeatable=True,
    )
