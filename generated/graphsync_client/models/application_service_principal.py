"""Graph's `applicationServicePrincipal`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import Model, ModelOf, member

if TYPE_CHECKING:
    from .application import Application
    from .service_principal import ServicePrincipal


class ApplicationServicePrincipal(Model):
    """What came of adding a gallery application: its registration and its service principal.

    Reference: https://learn.microsoft.com/graph/api/resources/applicationserviceprincipal
    """

    application: Application | None = member("application", ModelOf("Application"))
    """The new registration."""

    service_principal: ServicePrincipal | None = member("servicePrincipal", ModelOf("ServicePrincipal"))
    """The new service principal, on which a job can be made once it is replicated."""
