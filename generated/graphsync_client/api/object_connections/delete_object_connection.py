"""DELETE /{owner}/synchronization/jobs/{job_id}/objectConnections('{object_id}')"""

from __future__ import annotations

from ...types import Operation, Owner, segment


def delete_object_connection(
    owner: Owner,
    job_id: str,
    object_id: str,
) -> Operation[None]:
    """Delete the link between a source object and its target object; both objects stay (beta).

    Answers 204 where there was none, and 409 while the job is active: pause it first.

    Only for servicePrincipals.
    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-overview
    """
    return Operation[None](
        name="delete_object_connection",
        method="DELETE",
        path=owner.path
        + "/synchronization/jobs/"
        + segment(job_id, "the job_id")
        + "/objectConnections('"
        + segment(object_id, "the object_id").replace("%27", "%27%27")
        + "')",
        repeatable=True,
        beta=True,
    )
