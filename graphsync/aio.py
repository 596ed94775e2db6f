"""The asynchronous client and its bound classes, under the names that the synchronous ones have
in `graphsync`.
"""

from __future__ import annotations

from graphsync._async.applications.application import Application
from graphsync._async.applications.application_service_principal import ApplicationServicePrincipal
from graphsync._async.applications.application_template import ApplicationTemplate
from graphsync._async.applications.service_principal import ServicePrincipal
from graphsync._async.client import AsyncGraphClient
from graphsync._async.correlations.correlation import Correlation
from graphsync._async.fleet.tenants import fleet_of
from graphsync._async.people.group import Group
from graphsync._async.people.user import User
from graphsync._async.schema.schema import SynchronizationSchema
from graphsync._async.synchronization.job import SynchronizationJob
from graphsync._async.synchronization.object_connection import ObjectConnection
from graphsync._async.synchronization.synchronization import Synchronization
from graphsync._async.synchronization.template import SynchronizationTemplate
from graphsync._async.tasks.cycle import Cycle

__all__ = [
    "Application",
    "ApplicationServicePrincipal",
    "ApplicationTemplate",
    "AsyncGraphClient",
    "Cycle",
    "Correlation",
    "Group",
    "ObjectConnection",
    "ServicePrincipal",
    "Synchronization",
    "SynchronizationJob",
    "SynchronizationSchema",
    "SynchronizationTemplate",
    "fleet_of",
    "User",
]
