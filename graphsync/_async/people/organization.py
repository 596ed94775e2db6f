"""The tenant itself."""

from __future__ import annotations

from graphsync._async.navigation.bound import Bound
from graphsync._async.navigation.verb import verb
from graphsync._core.request.request import Request
from graphsync.errors import NoMatch
from graphsync_client import models


class Organization(Bound):
    """The organization that the tenant belongs to."""

    @verb
    def get(self) -> Request[models.Organization]:
        """Return the tenant's id, name and domains, as plain data. One request."""
        from graphsync_client.api.organization.list_organization import list_organization

        return Request(list_organization(), _only)

    def __repr__(self) -> str:
        return "<Organization>"


def _only(answer: models.OrganizationCollectionResponse) -> models.Organization:
    for found in answer.value or ():
        return found
    raise NoMatch("the service returned no organization; the token may be for a consumer tenant")
