# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/correlations/correlation.py
"""One report of account discovery."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from graphsync._annotations import resolvable
from graphsync._core.state.members import Loaded
from graphsync._sync.navigation.identified import Identified
from graphsync_client.types import Operation, query

if TYPE_CHECKING:
    from graphsync._sync.correlations.correlated_identities import CorrelatedIdentities
    from graphsync_client import models


@resolvable
class Correlation(Identified["models.Correlation"]):
    """A report of account discovery (beta): which accounts of a target match which users."""

    start_date_time = Loaded[datetime | None]("When the report was begun.")
    end_date_time = Loaded[datetime | None]("When it was finished; None while it is under way.")
    error = Loaded["models.CorrelationError | None"](
        "Why there is no result, such as `MissingJoiningProperty`."
    )
    service_principal = Loaded["models.CorrelationServicePrincipal | None"](
        "The application whose accounts were read."
    )

    @property
    def identities(self) -> CorrelatedIdentities:
        """The accounts of the target, each with the user that it was matched to."""
        from graphsync._sync.correlations.correlated_identities import CorrelatedIdentities

        return CorrelatedIdentities(self._session, self.id)

    def _get_operation(
        self, select: Sequence[str] | None = None, expand: Sequence[str] | None = None
    ) -> Operation[models.Correlation]:
        from graphsync_client.api.correlations.get_correlation import get_correlation

        return get_correlation(self.id).with_query(*query(("$select", select), ("$expand", expand)))
