"""GET /organization"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.organization_collection_response import OrganizationCollectionResponse
from ...types import Operation, Reads, query


def list_organization(
    *,
    top: int | None = None,
    skip: int | None = None,
    search: str | None = None,
    filter: str | None = None,
    count: bool | None = None,
    orderby: Sequence[str] | None = None,
    select: Sequence[str] | None = None,
    expand: Sequence[str] | None = None,
) -> Operation[OrganizationCollectionResponse]:
    """List the organization of the tenant; there is one.

    One request; may be repeated.
    Application permission: Organization.Read.All or Directory.Read.All.
    Delegated permission: Organization.Read.All or Directory.Read.All.

    Reference: https://learn.microsoft.com/graph/api/organization-list
    """
    return Operation[OrganizationCollectionResponse](
        name="list_organization",
        method="GET",
        path="/organization",
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
        convert=OrganizationCollectionResponse.from_dict,
        repeatable=True,
    )
