"""The service principals of a tenant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphsync._async.principals import Principals
from graphsync._async.service_principal import ServicePrincipal
from graphsync._core.view import View
from graphsync_client.types import Owner

if TYPE_CHECKING:
    from graphsync._core.principal import Principal


class ServicePrincipals(Principals[ServicePrincipal]):
    """Choose a service principal (in the portal: an enterprise application), the usual home of jobs."""

    _KIND = "service_principals"
    _PATH = "servicePrincipals"

    def _bind(self, owner: Owner, id: str | None, view: View[Principal] | None) -> ServicePrincipal:
        return ServicePrincipal(self._client, owner, id, view)

    def _owner(self, id: str) -> Owner:
        return Owner.service_principal(id)

    def _owner_by_app_id(self, app_id: str) -> Owner:
        return Owner.service_principal_by_app_id(app_id)
