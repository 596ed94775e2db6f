"""GET /{owner}/synchronization/templates/{template_id}"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.synchronization_template import SynchronizationTemplate
from ...types import Operation, Owner, Reads, query, segment


def get_template(
    owner: Owner,
    template_id: str,
    *,
    select: Sequence[str] | None = None,
    expand: Sequence[str] | None = None,
) -> Operation[SynchronizationTemplate]:
    """Read a template with its default schema.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.Read.All or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.Read.All or Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationtemplate-get
    """
    return Operation[SynchronizationTemplate](
        name="get_template",
        method="GET",
        path=owner.path + "/synchronization/templates/" + segment(template_id, "the template_id"),
        query=query(
            ("$select", select),
            ("$expand", expand),
        ),
        reads=Reads.JSON,
        convert=SynchronizationTemplate.from_dict,
        repeatable=True,
    )
