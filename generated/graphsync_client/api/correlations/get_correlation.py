"""GET /reports/correlations/{correlation_id}"""

from __future__ import annotations

from ...models.correlation_collection_response import Correlation
from ...types import Operation, Reads, segment


def get_correlation(
    correlation_id: str,
) -> Operation[Correlation]:
    """Read a report of account discovery (beta).

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.Read.All or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.Read.All or Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-overview
    """
    return Operation[Correlation](
        name="get_correlation",
        method="GET",
        path="/reports/correlations/" + segment(correlation_id, "the correlation_id"),
        reads=Reads.JSON,
        convert=Correlation.from_dict,
        repeatable=True,
        beta=True,
    )
