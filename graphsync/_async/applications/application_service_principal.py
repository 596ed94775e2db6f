"""What comes of adding an application of the gallery."""

from __future__ import annotations

from graphsync._async.applications.application import Application
from graphsync._async.applications.service_principal import ServicePrincipal
from graphsync_client.types import Value


class ApplicationServicePrincipal(Value):
    """The two objects that `instantiate()` made, loaded with what its answer said of them.

    Jobs go on from `service_principal.synchronization.jobs.create(...)`.
    """

    application: Application
    """The registration."""
    service_principal: ServicePrincipal
    """Its service principal in this tenant."""
