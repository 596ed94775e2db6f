"""GET /auditLogs/provisioning"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.provisioning_object_summary_collection_response import ProvisioningObjectSummaryCollectionResponse
from ...types import Operation, Reads, query


def list_provisioning_logs(
    *,
    top: int | None = None,
    skip: int | None = None,
    search: str | None = None,
    filter: str | None = None,
    count: bool | None = None,
    orderby: Sequence[str] | None = None,
    select: Sequence[str] | None = None,
    expand: Sequence[str] | None = None,
) -> Operation[ProvisioningObjectSummaryCollectionResponse]:
    """List the records of the provisioning logs.

    Filter by `jobId`, `cycleId`, `changeId` or `activityDateTime`; values are case-sensitive but
    for the status. Needs Entra ID P1; 5 requests in 10 seconds are let through.

    One request; may be repeated.
    Application permission: ProvisioningLog.Read.All or AuditLog.Read.All.
    Delegated permission: ProvisioningLog.Read.All or AuditLog.Read.All.

    Reference: https://learn.microsoft.com/graph/api/provisioningobjectsummary-list
    """
    return Operation[ProvisioningObjectSummaryCollectionResponse](
        name="list_provisioning_logs",
        method="GET",
        path="/auditLogs/provisioning",
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
        convert=ProvisioningObjectSummaryCollectionResponse.from_dict,
        repeatable=True,
    )
