"""GET /{owner}/synchronization/templates/{template_id}/schema"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.synchronization_schema import SynchronizationSchema
from ...types import Operation, Owner, Reads, query, segment


def get_template_schema(
    owner: Owner,
    template_id: str,
    *,
    select: Sequence[str] | None = None,
    expand: Sequence[str] | None = None,
) -> Operation[SynchronizationSchema]:
    """Read the default schema of a template: directories, rules and mappings.

    Custom security attributes in it need CustomSecAttributeProvisioning.Read.All as well.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.Read.All or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.Read.All or Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-get
    """
    return Operation[SynchronizationSchema](
        name="get_template_schema",
        method="GET",
        path=owner.path + "/synchronization/templates/" + segment(template_id, "the template_id") + "/schema",
        query=query(
            ("$select", select),
            ("$expand", expand),
        ),
        reads=Reads.JSON,
        convert=SynchronizationSchema.from_dict,
        repeatable=True,
    )
