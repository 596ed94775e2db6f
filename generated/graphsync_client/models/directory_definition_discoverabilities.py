"""Graph's `directoryDefinitionDiscoverabilities`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..types import OpenFlags

_WIRE = MappingProxyType(
    {
        "None": 0,
        "AttributeNames": 1,
        "AttributeDataTypes": 2,
        "AttributeReadOnly": 4,
        "ReferenceAttributes": 8,
        "UnknownFutureValue": 16,
    }
)


class DirectoryDefinitionDiscoverabilities(OpenFlags):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    NONE = 0
    """As the Graph reference describes it."""
    ATTRIBUTE_NAMES = 1
    """As the Graph reference describes it."""
    ATTRIBUTE_DATA_TYPES = 2
    """As the Graph reference describes it."""
    ATTRIBUTE_READ_ONLY = 4
    """As the Graph reference describes it."""
    REFERENCE_ATTRIBUTES = 8
    """As the Graph reference describes it."""
    UNKNOWN_FUTURE_VALUE = 16
    """As the Graph reference describes it."""

    @classmethod
    def wire(cls) -> Mapping[str, int]:
        """Return Graph's spelling of each declared name with its value."""
        return _WIRE
