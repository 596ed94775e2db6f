"""The accounts of a report of account discovery."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from graphsync._async.navigation.listing import Listing
from graphsync._async.navigation.session import Session
from graphsync._core.request.query_options import quoted
from graphsync_client.types import Operation

if TYPE_CHECKING:
    from graphsync_client import models


class CorrelatedIdentities(Listing["models.CorrelatedIdentity", "models.CorrelatedIdentity"]):
    """The accounts of a report, as plain data (beta).

    `filter` takes `eq` on id, status, error and both identities; `orderby("correlatedDateTime")` is
    the one order.
    """

    def __init__(self, session: Session, report: str) -> None:
        super().__init__(session)
        self._report = report

    def with_status(self, status: str) -> Self:
        """Ask for the accounts of one status.

        Args:
            status: `correlatedAssigned`, `correlatedNotAssigned`, `uncorrelated`,
                `failToCorrelate`, or one that the service has added.

        """
        return self.filter(f"status eq {quoted(status)}")

    def _list_operation(self) -> Operation[models.CorrelatedIdentityCollectionResponse]:
        from graphsync_client.api.identities.list_correlated_identities import (
            list_correlated_identities,
        )

        return list_correlated_identities(self._report)

    def _item(self, data: models.CorrelatedIdentity) -> models.CorrelatedIdentity:
        return data
