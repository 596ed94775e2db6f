"""GET /servicePrincipals"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.service_principal_collection_response import ServicePrincipalCollectionResponse
from ...types import Operation, Reads, query


def list_service_principals(
    *,
    top: int | None = None,
    skip: int | None = None,
    search: str | None = None,
    filter: str | None = None,
    count: bool | None = None,
    orderby: Sequence[str] | None = None,
    select: Sequence[str] | None = None,
    expand: Sequence[str] | None = None,
    consistency_level: str | None = None,
) -> Operation[ServicePrincipalCollectionResponse]:
    """List service principals, or look one up with a filter.

    `$filter=appId eq '...'` finds at most one; names are not unique.

    One request; may be repeated.
    Application permission: Application.Read.All.
    Delegated permission: Application.Read.All.

    Reference: https://learn.microsoft.com/graph/api/serviceprincipal-list
    """
    operation = Operation[ServicePrincipalCollectionResponse](
        name="list_service_principals",
        method="GET",
        path="/servicePrincipals",
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
        convert=ServicePrincipalCollectionResponse.from_dict,
        repeatable=True,
    )
    if consistency_level is not None:
        operation = operation.with_headers({"ConsistencyLevel": consistency_level})
    return operation
