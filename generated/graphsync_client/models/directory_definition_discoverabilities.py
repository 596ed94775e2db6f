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
    """What discovery can find out about a directory; flags, on the wire separated by commas.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-directorydefinition
    """

    NONE = 0
    """Nothing: the directory cannot be discovered."""
    ATTRIBUTE_NAMES = 1
    """The names of attributes."""
    ATTRIBUTE_DATA_TYPES = 2
    """The types of attributes."""
    ATTRIBUTE_READ_ONLY = 4
    """Which attributes cannot be written."""
    REFERENCE_ATTRIBUTES = 8
    """Which attributes refer to other objects."""
    UNKNOWN_FUTURE_VALUE = 16
    """Stands for whatever later versions of the service add; never sent."""

    @classmethod
    def wire(cls) -> Mapping[str, int]:
        """Return Graph's spelling of each declared name with its value."""
        return _WIRE
