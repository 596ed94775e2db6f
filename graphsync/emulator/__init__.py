"""A local Microsoft Graph for provisioning: start it, point a client at it, and test without a
tenant.

`Emulator` needs the extra `graphsync-client[emulator]`; `graphsync.expressions` needs nothing but
Python.
"""

from typing import TYPE_CHECKING

from graphsync.emulator.well_known import (
    CLIENT_ID,
    CLIENT_SECRET,
    INBOUND_APP_ID,
    INBOUND_APPLICATION_ID,
    INBOUND_JOB_ID,
    INBOUND_PRINCIPAL_ID,
    MANY_JOBS,
    MANY_PRINCIPAL_ID,
    NEW_JOB_ID,
    SCIM_APP_ID,
    SCIM_APPLICATION_ID,
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
    SCIM_RULE_ID,
    TENANT_ID,
    TROUBLED_JOB_ID,
    TROUBLED_PRINCIPAL_ID,
)

if TYPE_CHECKING:
    from graphsync.emulator.emulator import Emulator
    from graphsync.emulator.protocol.fault import Fault
    from graphsync.emulator.switches import Switches
    from graphsync.emulator.targets.rejection import Rejection

__all__ = [
    "CLIENT_ID",
    "CLIENT_SECRET",
    "INBOUND_APPLICATION_ID",
    "INBOUND_APP_ID",
    "INBOUND_JOB_ID",
    "INBOUND_PRINCIPAL_ID",
    "MANY_JOBS",
    "MANY_PRINCIPAL_ID",
    "NEW_JOB_ID",
    "SCIM_APPLICATION_ID",
    "SCIM_APP_ID",
    "SCIM_JOB_ID",
    "SCIM_PRINCIPAL_ID",
    "SCIM_RULE_ID",
    "TENANT_ID",
    "TROUBLED_JOB_ID",
    "TROUBLED_PRINCIPAL_ID",
    "Emulator",
    "Fault",
    "Rejection",
    "Switches",
]

_HOMES = {
    "Emulator": "graphsync.emulator.emulator",
    "Fault": "graphsync.emulator.protocol.fault",
    "Rejection": "graphsync.emulator.targets.rejection",
    "Switches": "graphsync.emulator.switches",
}


def __getattr__(name: str) -> object:
    """Import what needs the extra when it is asked for."""
    import importlib

    if name not in _HOMES:
        from graphsync._deprecation import renamed

        return renamed(__name__, name)
    return getattr(importlib.import_module(_HOMES[name]), name)
