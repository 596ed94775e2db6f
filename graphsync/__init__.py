"""A typed client for the synchronization API of Microsoft Graph.

`GraphClient` and its twin `AsyncGraphClient` are where everything begins. Bound classes are here,
those of the asynchronous client in `graphsync.aio`, plain data in `graphsync.models`, errors in
`graphsync.errors`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphsync import aio, auth, errors, fleet, inbound, models, tasks
    from graphsync._async.client import AsyncGraphClient
    from graphsync._core.request.prepared_request import PreparedRequest
    from graphsync._core.response.pages import Page
    from graphsync._core.tasks.explanation import Explanation
    from graphsync._core.tasks.preview import Preview
    from graphsync._sync.applications.application import Application
    from graphsync._sync.applications.application_service_principal import (
        ApplicationServicePrincipal,
    )
    from graphsync._sync.applications.application_template import ApplicationTemplate
    from graphsync._sync.applications.service_principal import ServicePrincipal
    from graphsync._sync.client import GraphClient
    from graphsync._sync.correlations.correlation import Correlation
    from graphsync._sync.fleet.tenants import fleet_of
    from graphsync._sync.people.group import Group
    from graphsync._sync.people.user import User
    from graphsync._sync.schema.schema import SynchronizationSchema
    from graphsync._sync.synchronization.job import SynchronizationJob
    from graphsync._sync.synchronization.object_connection import ObjectConnection
    from graphsync._sync.synchronization.synchronization import Synchronization
    from graphsync._sync.synchronization.template import SynchronizationTemplate
    from graphsync._sync.tasks.cycle import Cycle
    from graphsync.clouds import Cloud
    from graphsync.errors import GraphError, NotLoaded, ServiceError
    from graphsync.retry import RetryPolicy
    from graphsync.timeouts import Timeouts
    from graphsync_client.models import SynchronizationJobRestartScope as Scope
    from graphsync_client.types import Operation, Owner

    __version__: str

# Imported when first used, so that `import graphsync` costs next to nothing.
_HOMES = {
    "Application": "graphsync._sync.applications.application",
    "ApplicationServicePrincipal": "graphsync._sync.applications.application_service_principal",
    "ApplicationTemplate": "graphsync._sync.applications.application_template",
    "AsyncGraphClient": "graphsync._async.client",
    "Cloud": "graphsync.clouds",
    "Cycle": "graphsync._sync.tasks.cycle",
    "Correlation": "graphsync._sync.correlations.correlation",
    "Explanation": "graphsync._core.tasks.explanation",
    "GraphClient": "graphsync._sync.client",
    "GraphError": "graphsync.errors",
    "Group": "graphsync._sync.people.group",
    "NotLoaded": "graphsync.errors",
    "ObjectConnection": "graphsync._sync.synchronization.object_connection",
    "Operation": "graphsync_client.types",
    "Owner": "graphsync_client.types",
    "Page": "graphsync._core.response.pages",
    "Preview": "graphsync._core.tasks.preview",
    "PreparedRequest": "graphsync._core.request.prepared_request",
    "RetryPolicy": "graphsync.retry",
    "Scope": "graphsync._core.domain.restart_scopes",
    "ServiceError": "graphsync.errors",
    "ServicePrincipal": "graphsync._sync.applications.service_principal",
    "Synchronization": "graphsync._sync.synchronization.synchronization",
    "SynchronizationJob": "graphsync._sync.synchronization.job",
    "SynchronizationSchema": "graphsync._sync.schema.schema",
    "SynchronizationTemplate": "graphsync._sync.synchronization.template",
    "Timeouts": "graphsync.timeouts",
    "User": "graphsync._sync.people.user",
    "__version__": "graphsync._core.request.release",
    "aio": "graphsync",
    "auth": "graphsync",
    "errors": "graphsync",
    "fleet": "graphsync",
    "fleet_of": "graphsync._sync.fleet.tenants",
    "inbound": "graphsync",
    "models": "graphsync",
    "tasks": "graphsync",
}
# What is called otherwise where it is defined.
_NAMES = {"__version__": "VERSION"}

__all__ = [
    "Application",
    "ApplicationServicePrincipal",
    "ApplicationTemplate",
    "AsyncGraphClient",
    "Cloud",
    "Cycle",
    "Explanation",
    "Correlation",
    "GraphClient",
    "GraphError",
    "Group",
    "NotLoaded",
    "ObjectConnection",
    "Operation",
    "Owner",
    "Page",
    "PreparedRequest",
    "Preview",
    "RetryPolicy",
    "Scope",
    "ServiceError",
    "ServicePrincipal",
    "Synchronization",
    "SynchronizationJob",
    "SynchronizationSchema",
    "SynchronizationTemplate",
    "Timeouts",
    "User",
    "__version__",
    "aio",
    "auth",
    "errors",
    "fleet",
    "fleet_of",
    "inbound",
    "models",
    "tasks",
]


def __getattr__(name: str) -> object:
    from importlib import import_module

    home = _HOMES.get(name)
    if home is None:
        from graphsync._deprecation import renamed

        return renamed(__name__, name)
    value = (
        import_module(f"{home}.{name}")
        if home == __name__
        else getattr(import_module(home), _NAMES.get(name, name))
    )
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
