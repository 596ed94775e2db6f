"""PATCH /{owner}/synchronization/templates/{template_id}/schema"""

from __future__ import annotations

from ...models.synchronization_schema import SynchronizationSchema
from ...types import Operation, Owner, Reads, segment


def update_template_schema(
    owner: Owner,
    template_id: str,
    body: SynchronizationSchema,
) -> Operation[SynchronizationSchema | None]:
    """Change parts of a template's schema; not served: use the replacement.

    The metadata declares this PATCH; for schemas the service answers it with 404. Use
    `replace_template_schema` with the whole schema.

    Not served: the metadata declares this call and the service refuses it.
    One request; never repeated blindly.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-update
    """
    return Operation[SynchronizationSchema | None](
        name="update_template_schema",
        method="PATCH",
        path=owner.path + "/synchronization/templates/" + segment(template_id, "the template_id") + "/schema",
        body=body.to_dict(),
        content_type="application/json",
        reads=Reads.JSON,
        convert=SynchronizationSchema.from_dict,
        optional=True,
        repeatable=False,
        served=False,
    )
