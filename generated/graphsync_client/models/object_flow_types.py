"""Graph's `objectFlowTypes`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..types import OpenFlags

_WIRE = MappingProxyType(
    {
        "None": 0,
        "Add": 1,
        "Update": 2,
        "Delete": 4,
    }
)


class ObjectFlowTypes(OpenFlags):
    """What may be done with objects in the target; flags, on the wire `Add,Update,Delete`.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-objectmapping
    """

    NONE = 0
    """Nothing."""
    ADD = 1
    """Create them."""
    UPDATE = 2
    """Change them."""
    DELETE = 4
    """Deprovision them: disable or delete, as the target can."""

    @classmethod
    def wire(cls) -> Mapping[str, int]:
        """Return Graph's spelling of each declared name with its value."""
        return _WIRE
