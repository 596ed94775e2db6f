"""PATCH /{owner}/synchronization/templates/{template_id}"""

from __future__ import annotations

from ...models.synchronization_template import SynchronizationTemplate
from ...types import Operation, Owner, Reads, segment


def update_template(
    owner: Owner,
    template_id: str,
    body: SynchronizationTemplate,
) -> Operation[SynchronizationTemplate | None]:
    """As the Graph reference describes it.

    One request; never repeated blindly.

    Reference: https://learn.microsoft.com/graph
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
