# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/correlations/correlations.py
"""The reports of account discovery."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphsync._core.request.ids import check_key
from graphsync._core.state.entity_state import EntityState
from graphsync._sync.correlations.correlation import Correlation
from graphsync._sync.navigation.listing import Listing
from graphsync_client.types import Operation

if TYPE_CHECKING:
    from graphsync_client import models


class Correlations(Listing[Correlation, "models.Correlation"]):
    """The reports of account discovery, to iterate over or to choose from (beta).

    A report says which accounts a target has already, and which users they match. It is started in
    the portal and takes half an hour at least. `filter` takes `eq` on `id` and `error`.
    """

    def __getitem__(self, id: str) -> Correlation:
        check_key("correlations", id, "for")
        return Correlation(self._session, id, None)

    def get_by_id(self, id: str) -> Correlation:
        """Return the report with this id; sends nothing, `get()` does."""
        return self[id]

    def _list_operation(self) -> Operation[models.CorrelationCollectionResponse]:
        from graphsync_client.api.correlations.list_correlations import list_correlations

        return list_correlations()

    def _item(self, data: models.Correlation) -> Correlation:
        return Correlation(
            self._session, data.id, EntityState(data, self._options.select, self._options.expand)
        )
