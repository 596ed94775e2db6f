"""Graph's `servicePrincipalCollectionResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import ListOf, ModelOf, member
from .base_collection_pagination_count_response import BaseCollectionPaginationCountResponse

if TYPE_CHECKING:
    from .service_principal import ServicePrincipal


class ServicePrincipalCollectionResponse(BaseCollectionPaginationCountResponse):
    """A page of service principals.

    Reference: https://learn.microsoft.com/graph/api/serviceprincipal-list
    """

    value: list[ServicePrincipal] | None = member("value", ListOf(ModelOf("ServicePrincipal")))
    """The service principals of this page."""
