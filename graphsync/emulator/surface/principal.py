"""How operations find the service principal or the application that a path names."""

from graphsync.emulator.document import Document
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.errors import no_object


def principal(call: Call) -> Document:
    """Return the service principal that the path names by its id or its `appId`."""
    key = call.names["servicePrincipals"]
    tenant = call.state.tenant
    named = key.removeprefix("appId=")
    found = tenant.principal_of_app(named) if named != key else tenant.principals.get(key.lower())
    if found is None:
        raise no_object(key[:200])
    return found


def application(call: Call) -> Document:
    """Return the application that the path names by its id or its `appId`."""
    key = call.names["applications"]
    tenant = call.state.tenant
    named = key.removeprefix("appId=")
    found = (
        tenant.application_of_app(named) if named != key else tenant.applications.get(key.lower())
    )
    if found is None:
        raise no_object(key[:200])
    return found
