"""GET /reports/correlations"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.correlation_collection_response import CorrelationCollectionResponse
from ...types import Operation, Reads, query


def list_correlations(
    *,
    top: int | None = None,
    filter: str | None = None,
    count: bool | None = None,
    orderby: Sequence[str] | None = None,
) -> Operation[CorrelationCollectionResponse]:
    """List the reports of account discovery (beta).

    `$filter` takes `eq` on id and error.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.Read.All or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.Read.All or Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-overview
    """
    return Operation[CorrelationCollectionResponse](
        name="list_correlations",
        method="GET",
        path="/reports/correlations",
        query=query(
            ("$top", top),
            ("$filter", filter),
            ("$count", count),
            ("$orderby", orderby),
        ),
        reads=Reads.JSON,
        convert=CorrelationCollectionResponse.from_dict,
        repeatable=True,
        beta=True,
    )
