"""GET /reports/correlations/{correlation_id}/identities"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.correlated_identity_collection_response import CorrelatedIdentityCollectionResponse
from ...types import Operation, Reads, query, segment


def list_correlated_identities(
    correlation_id: str,
    *,
    top: int | None = None,
    filter: str | None = None,
    count: bool | None = None,
    orderby: Sequence[str] | None = None,
) -> Operation[CorrelatedIdentityCollectionResponse]:
    """List the accounts of a report, and the users that they were matched to (beta).

    `$filter` takes `eq` on id, status, error and both identities.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.Read.All or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.Read.All or Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-overview
    """
    return Operation[CorrelatedIdentityCollectionResponse](
        name="list_correlated_identities",
        method="GET",
        path="/reports/correlations/" + segment(correlation_id, "the correlation_id") + "/identities",
        query=query(
            ("$top", top),
            ("$filter", filter),
            ("$count", count),
            ("$orderby", orderby),
        ),
        reads=Reads.JSON,
        convert=CorrelatedIdentityCollectionResponse.from_dict,
        repeatable=True,
        beta=True,
    )
