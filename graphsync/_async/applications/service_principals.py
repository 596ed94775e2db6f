"""The service principals of a tenant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphsync._async.applications.principals import Principals
from graphsync._async.applications.service_principal import ServicePrincipal
from graphsync._core.state.entity_state import EntityState
from graphsync_client.types import Operation, Owner

if TYPE_CHECKING:
    from graphsync_client import models


class ServicePrincipals(Principals[ServicePrincipal, "models.ServicePrincipal"]):
    """The service principals (in the portal: enterprise applications), to iterate over or to
    choose one of.

    Jobs belong to service principals as a rule.
    """

    _KIND = "service_principals"

    def _bind(
        self, owner: Owner, id: str | None, state: EntityState[models.ServicePrincipal] | None
    ) -> ServicePrincipal:
        return ServicePrincipal(self._session, owner, id, state)

    def _owner(self, id: str) -> Owner:
        return Owner.service_principal(id)

    def _owner_by_app_id(self, app_id: str) -> Owner:
        return Owner.service_principal_by_app_id(app_id)

    def _list_operation(self) -> Operation[models.ServicePrincipalCollectionResponse]:
        from graphsync_client.api.service_principals.list_service_principals import (
            list_service_principals,
        )

        return list_service_principals()
