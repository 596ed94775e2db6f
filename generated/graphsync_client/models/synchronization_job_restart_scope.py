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
    """What a restart forgets; flags, on the wire `Watermark, Escrows`.

    `QuarantineState`, `Watermark` and `Escrows` together are what the portal's restart does, and
    what the service takes an empty scope for.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationjobrestartcriteria
    """

    NONE = 0
    """Acts like a start on a paused or quarantined job; advised against, use start."""
    CONNECTOR_DATA_STORE = 1
    """Drops the links of all objects, which are then matched anew; only on support's advice."""
    ESCROWS = 2
    """Forgets objects that failed; they are tried again when they change or are all looked at."""
    WATERMARK = 4
    """Looks at every object again, not just at changes; links are kept."""
    QUARANTINE_STATE = 8
    """Lifts the quarantine until the next run that fails."""
    FULL = 15
    """`ConnectorDataStore`, `Escrows`, `Watermark` and `QuarantineState`; not `ForceDeletes`."""
    FORCE_DELETES = 32
    """Lets the deletions pass that the threshold holds back; send it alone."""

    @classmethod
    def wire(cls) -> Mapping[str, int]:
        """Return Graph's spelling of each declared name with its value."""
        return _WIRE
