# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/applications/applications.py
"""The applications of a tenant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphsync._core.state.entity_state import EntityState
from graphsync._sync.applications.application import Application
from graphsync._sync.applications.principals import Principals
from graphsync_client.types import Operation, Owner

if TYPE_CHECKING:
    from graphsync_client import models


class Applications(Principals[Application, "models.Application"]):
    """The applications (in the portal: app registrations), to iterate over or to choose one of."""

    _KIND = "applications"

    def _bind(
        self, owner: Owner, id: str | None, state: EntityState[models.Application] | None
    ) -> Application:
        return Application(self._session, owner, id, state)

    def _owner(self, id: str) -> Owner:
        return Owner.application(id)

    def _owner_by_app_id(self, app_id: str) -> Owner:
        return Owner.application_by_app_id(app_id)

    def _list_operation(self) -> Operation[models.ApplicationCollectionResponse]:
        from graphsync_client.api.applications.list_applications import list_applications

        return list_applications()
