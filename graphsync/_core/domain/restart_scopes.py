"""What a restart forgets, and which of it is dangerous."""

from __future__ import annotations

from typing import cast

from graphsync.errors import Refused
from graphsync_client.models import SynchronizationJobRestartScope

Scope = SynchronizationJobRestartScope

# What the portal's button "Restart provisioning" does, and what the service does when it gets no
# scope.
PORTAL = Scope.QUARANTINE_STATE | Scope.WATERMARK | Scope.ESCROWS


def checked_scope(scope: Scope, *, dangerous: bool) -> Scope:
    """Return the scope to send.

    Raises ValueError for what is no scope, `Refused` for what needs `dangerous=True`.
    """
    # Callers without types pass text or lists, which must not become an empty scope that the
    # service widens.
    if not isinstance(cast("object", scope), SynchronizationJobRestartScope):
        raise TypeError(
            f"scope is a {type(scope).__name__}; combine members, such as Scope.WATERMARK |"
            " Scope.ESCROWS, or use Scope.parse(text)"
        )
    if not scope.is_known:
        raise ValueError(
            f"{scope!r} has flags that the service does not know; it has {', '.join(Scope.wire())}"
        )
    reason = None if dangerous else _danger(scope)
    if reason is not None:
        raise Refused(
            f"restart with {scope} was not sent: {reason}. Pass dangerous=True to send it all the"
            " same"
        )
    return scope


def _danger(scope: Scope) -> str | None:
    if not scope.value:
        return "None acts like a start, which start() says better; Microsoft advises against it"
    if Scope.CONNECTOR_DATA_STORE in scope:
        return (
            "ConnectorDataStore (also part of Full) forgets which accounts belong together, so"
            " every object is matched anew; Microsoft asks to do that with its support only"
        )
    if Scope.FORCE_DELETES in scope and scope != Scope.FORCE_DELETES:
        return (
            "ForceDeletes carries out deletions that the threshold held back, and is meant to be"
            " sent alone"
        )
    return None
