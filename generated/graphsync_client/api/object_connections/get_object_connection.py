"""GET /{owner}/synchronization/jobs/{job_id}/objectConnections('{object_id}')"""

from __future__ import annotations

from ...models.object_connection import ObjectConnection
from ...types import Operation, Owner, Reads, segment


def get_object_connection(
    owner: Owner,
    job_id: str,
    object_id: str,
) -> Operation[ObjectConnection]:
    """Read the link between a source object and its target object (beta).

    `object_id` is looked up as an identifier of the source first, then of the target.

    Only for servicePrincipals.
    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.Read.All or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.Read.All or Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-overview
    """
    return Operation[ObjectConnection](
        name="get_object_connection",
        method="GET",
        path=owner.path
        + "/synchronization/jobs/"
        + segment(job_id, "the job_id")
        + "/objectConnections('"
        + segment(object_id, "the object_id").replace("%27", "%27%27")
        + "')",
        reads=Reads.JSON,
        convert=ObjectConnection.from_dict,
        repeatable=True,
        beta=True,
    )
