"""Graph's `applicationServicePrincipal`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .application import Application
    from .service_principal import ServicePrincipal


@model
class ApplicationServicePrincipal(Model):
    """What came of adding a gallery application: its registration and its service principal.

    Reference: https://learn.microsoft.com/graph/api/resources/applicationserviceprincipal
    """

    application: Application | None = field(
        default=ABSENT, metadata=member("application", ModelOf("application", "Application"))
    )
    """The new registration."""

    service_principal: ServicePrincipal | None = field(
        default=ABSENT, metadata=member("servicePrincipal", ModelOf("service_principal", "ServicePrincipal"))
    )
    """The new service principal, on which a job can be made once it is replicated."""
