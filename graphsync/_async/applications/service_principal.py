"""One service principal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graphsync._annotations import resolvable
from graphsync._async.applications.owner_entity import OwnerEntity
from graphsync._core.state.members import Loaded
from graphsync_client.types import Operation

if TYPE_CHECKING:
    from graphsync._async.people.assignments import Assignments
    from graphsync_client import models


@resolvable
class ServicePrincipal(OwnerEntity["models.ServicePrincipal"]):
    """An application in a tenant (in the portal: an enterprise application).

    It carries jobs and secrets.
    """

    account_enabled = Loaded[bool | None]("Whether people can sign in to it.")
    app_display_name = Loaded[str | None]("The name that the application itself has.")
    service_principal_type = Loaded[str | None](
        "What it stands for, such as `Application` or `ManagedIdentity`."
    )

    app_roles = Loaded["list[models.AppRole] | None"](
        "The roles that people and groups can be assigned to."
    )

    @property
    def assignments(self) -> Assignments:
        """Who is assigned to the application."""
        from graphsync._async.people.assignments import Assignments

        return Assignments(self._session, self._owner)

    def _get_by_id(
        self, id: str, select: Sequence[str] | None, expand: Sequence[str] | None
    ) -> Operation[models.ServicePrincipal]:
        from graphsync_client.api.service_principals.get_service_principal import (
            get_service_principal,
        )

        return get_service_principal(id, select=select, expand=expand)
