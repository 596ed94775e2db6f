"""POST /{owner}/synchronization/templates"""

from __future__ import annotations

from ...models.synchronization_template import SynchronizationTemplate
from ...types import Operation, Owner, Reads


def create_template(
    owner: Owner,
    body: SynchronizationTemplate,
) -> Operation[SynchronizationTemplate]:
    """As the Graph reference describes it.

    Not served: the metadata declares this call and the service refuses it.
    One request; never repeated blindly.

    Reference: https://learn.microsoft.com/graph
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
