"""GET /{owner}/owners"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.directory_object_collection_response import DirectoryObjectCollectionResponse
from ...types import Operation, Owner, Reads, query


def list_owners(
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
    consistency_level: str | None = None,
) -> Operation[DirectoryObjectCollectionResponse]:
    """List the owners of a service principal or application.

    One request; may be repeated.
    Application permission: Application.Read.All.
    Delegated permission: Application.Read.All.

    Reference: https://learn.microsoft.com/graph/api/application-list-owners
    """
    operation = Operation[DirectoryObjectCollectionResponse](
        name="list_owners",
        method="GET",
        path=owner.path + "/owners",
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
        convert=DirectoryObjectCollectionResponse.from_dict,
        repeatable=True,
    )
    if consistency_level is not None:
        operation = operation.with_headers({"ConsistencyLevel": consistency_level})
    return operation
