"""PUT /{owner}/synchronization/templates/{template_id}/schema"""

from __future__ import annotations

from ...models.synchronization_schema import SynchronizationSchema
from ...types import Operation, Owner, segment


def replace_template_schema(
    owner: Owner,
    template_id: str,
    body: SynchronizationSchema,
) -> Operation[None]:
    """Replace the default schema of a template as a whole.

    PUT, answers 204; documented for applications, and the metadata does not know it. What the body
    leaves out is gone, and of two writers the last one wins. A value in the wrong case, such as
    `always`, is answered with 406.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-update
    """
    return Operation[None](
        name="replace_template_schema",
        method="PUT",
        path=owner.path + "/synchronization/templates/" + segment(template_id, "the template_id") + "/schema",
        body=body.to_dict(),
        content_type="application/json",
        repeatable=True,
    )
