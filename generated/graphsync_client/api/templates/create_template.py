"""POST /{owner}/synchronization/templates"""

from __future__ import annotations

from ...models.synchronization_template import SynchronizationTemplate
from ...types import Operation, Owner, Reads


def create_template(
    owner: Owner,
    body: SynchronizationTemplate,
) -> Operation[SynchronizationTemplate]:
    """Create a template; not supported by the service.

    The metadata declares this POST; its documentation was withdrawn because the operation is not
    supported. Change an existing template, or the schema of a job.

    Not served: the metadata declares this call and the service refuses it.
    One request; never repeated blindly.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationtemplate
    """
    return Operation[SynchronizationTemplate](
        name="create_template",
        method="POST",
        path=owner.path + "/synchronization/templates",
        body=body.to_dict(),
        content_type="application/json",
        reads=Reads.JSON,
        convert=SynchronizationTemplate.from_dict,
        repeatable=False,
        served=False,
    )
