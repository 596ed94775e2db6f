"""PATCH /{owner}/synchronization/templates/{template_id}"""

from __future__ import annotations

from ...models.synchronization_template import SynchronizationTemplate
from ...types import Operation, Owner, Reads, segment


def update_template(
    owner: Owner,
    template_id: str,
    body: SynchronizationTemplate,
) -> Operation[SynchronizationTemplate | None]:
    """Write a template; send all of it, what is left out is erased.

    Answers 204. The metadata says PATCH, the old example of the reference says PUT, and both erase
    what the body lacks. Documented for applications only.

    One request; never repeated blindly.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationtemplate-update
    """
    return Operation[SynchronizationTemplate | None](
        name="update_template",
        method="PATCH",
        path=owner.path + "/synchronization/templates/" + segment(template_id, "the template_id"),
        body=body.to_dict(),
        content_type="application/json",
        reads=Reads.JSON,
        convert=SynchronizationTemplate.from_dict,
        optional=True,
        repeatable=False,
    )
