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
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    NONE = 0
    """As the Graph reference describes it."""
    ADD = 1
    """As the Graph reference describes it."""
    UPDATE = 2
    """As the Graph reference describes it."""
    DELETE = 4
    """As the Graph reference describes it."""

    @classmethod
    def wire(cls) -> Mapping[str, int]:
        """Return Graph's spelling of each declared name with its value."""
        return _WIRE
