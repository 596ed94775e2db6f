"""PUT /{owner}/synchronization/templates/{template_id}/schema"""

from __future__ import annotations

from ...models.synchronization_schema import SynchronizationSchema
from ...types import Operation, Owner, segment


def replace_template_schema(
    owner: Owner,
    template_id: str,
    body: SynchronizationSchema,
) -> Operation[None]:
    """As the Graph reference describes it.

    One request; may be repeated.

    Reference: https://learn.microsoft.com/graph
    """
    return Operation[None](
        name="replace_template_schema",
        method="PUT",
        path=owner.path + "/synchronization/templates/" + segment(template_id, "the template_id") + "/schema",
        body=body.to_dict(),
        content_type="application/json",
        repeatable=True,
    )
