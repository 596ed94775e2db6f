"""The provisioning logs of a tenant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphsync._async.navigation.listing import Listing
from graphsync_client.api.provisioning.list_provisioning_logs import list_provisioning_logs
from graphsync_client.types import Operation

if TYPE_CHECKING:
    from graphsync_client import models


class ProvisioningLogs(
    Listing["models.ProvisioningObjectSummary", "models.ProvisioningObjectSummary"]
):
    """The records of all jobs: what became of each object, step by step, and why.

    Filter them, such as by `jobId eq '...'`, `cycleId eq '...'` or `activityDateTime ge
    2026-01-01T00:00:00Z`, or by what an upload's receipt has as `filter`; values are
    case-sensitive. Records appear minutes after the fact. The service lets 5 pages through in 10
    seconds, which is kept by waiting. Needs ProvisioningLog.Read.All, and Entra ID P1.
    """

    def _list_operation(self) -> Operation[models.ProvisioningObjectSummaryCollectionResponse]:
        return list_provisioning_logs()

    def _item(self, data: models.ProvisioningObjectSummary) -> models.ProvisioningObjectSummary:
        return data
