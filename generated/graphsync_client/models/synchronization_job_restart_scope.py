"""Graph's `synchronizationJobRestartScope`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..types import OpenFlags

_WIRE = MappingProxyType(
    {
        "None": 0,
        "ConnectorDataStore": 1,
        "Escrows": 2,
        "Watermark": 4,
        "QuarantineState": 8,
        "Full": 15,
        "ForceDeletes": 32,
    }
)


class SynchronizationJobRestartScope(OpenFlags):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    NONE = 0
    """As the Graph reference describes it."""
    CONNECTOR_DATA_STORE = 1
    """As the Graph reference describes it."""
    ESCROWS = 2
    """As the Graph reference describes it."""
    WATERMARK = 4
    """As the Graph reference describes it."""
    QUARANTINE_STATE = 8
    """As the Graph reference describes it."""
    FULL = 15
    """As the Graph reference describes it."""
    FORCE_DELETES = 32
    """As the Graph reference describes it."""

    @classmethod
    def wire(cls) -> Mapping[str, int]:
        """Return Graph's spelling of each declared name with its value."""
        return _WIRE
