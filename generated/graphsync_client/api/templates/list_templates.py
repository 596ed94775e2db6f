"""GET /{owner}/synchronization/templates"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.synchronization_template_collection_response import SynchronizationTemplateCollectionResponse
from ...types import Operation, Owner, Reads, query


def list_templates(
    owner: Owner,
    *,
    top: int | None = None,
    skip: int | None = None,
    search: str | None = None,
    filter: str | None = None,
    count: bool | None = None,
    orderby: Sequence[str] | None = None,
    select: Sequence[str] | None = None,
    expand: Sequence[str] | None = None,
) -> Operation[SynchronizationTemplateCollectionResponse]:
    """List the templates that jobs of this owner can be made from, schemas included.

    An empty list means that this owner cannot have jobs. Templates that are not discoverable are
    left out of a service principal's list.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.Read.All or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.Read.All or Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronization-list-templates
    """
    return Operation[SynchronizationTemplateCollectionResponse](
        name="list_templates",
        method="GET",
        path=owner.path + "/synchronization/templates",
        query=query(
            ("$top", top),
            ("$skip", skip),
            ("$search", search),
            ("$filter", filter),
            ("$count", count),
            ("$orderby", orderby),
            ("$select", select),
            ("$expand", expand),
        ),
        reads=Reads.JSON,
        convert=SynchronizationTemplateCollectionResponse.from_dict,
        repeatable=True,
    )
